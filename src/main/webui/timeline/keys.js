/** The keys of the timeline; legend.js lists them. */

const PAN = 0.15;
const PAGE = 10;

/**
 * @param stage the {@link Stage}
 * @param lanes those of the list, of which the one at `activeIndex` has the focus
 * @param focus moves the focus to the lane with an index
 * @param openPlace opens a mark
 * @return a listener for keydown
 */
export function laneKeys({ stage, lanes, activeIndex, focus, openPlace }) {
  const { viewport } = stage;
  const pan = (direction) => stage.change(() => viewport.pan(direction * PAN * viewport.scale.width));
  const go = (index) => {
    if (lanes.length > 0) {
      focus(Math.min(lanes.length - 1, Math.max(0, index)));
    }
  };
  const actions = {
    "+": () => stage.zoomIn(),
    "=": () => stage.zoomIn(),
    "-": () => stage.zoomOut(),
    0: () => stage.fitAll(),
    n: () => stage.goToNow(),
    f: () => stage.toggleFollowing(),
    ArrowLeft: () => pan(-1),
    ArrowRight: () => pan(1),
    ArrowUp: () => go(activeIndex - 1),
    ArrowDown: () => go(activeIndex + 1),
    PageUp: () => go(activeIndex - PAGE),
    PageDown: () => go(activeIndex + PAGE),
    Home: () => go(0),
    End: () => go(lanes.length - 1),
  };
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const action = event.shiftKey && key.startsWith("Arrow") ? markKeys(stage, event)[key] : actions[key];
    if (action) {
      event.preventDefault();
      action();
    } else if (key === "Enter" && stage.tip?.isKeyboard) {
      event.preventDefault();
      openPlace(stage.highlighted);
    }
  };
}

/** Shift and an arrow select the marks of the lane with the focus, one after the other. */
function markKeys(stage, { target }) {
  const lane = stage.store.lanes.byId.get(target.dataset.lane) ?? (target.dataset.lane === "others" && stage.store.lanes.others);
  const move = (step) => {
    const places = stage.places.filter((place) => place.lane === lane && place.reveals === undefined).sort((a, b) => a.x - b.x);
    const now = places.findIndex((place) => stage.isHighlighted(place));
    const next = places[now < 0 ? (step > 0 ? 0 : places.length - 1) : Math.min(places.length - 1, Math.max(0, now + step))];
    if (next) {
      stage.showPlace(next, true);
    }
  };
  return lane ? { ArrowRight: () => move(1), ArrowLeft: () => move(-1) } : {};
}
