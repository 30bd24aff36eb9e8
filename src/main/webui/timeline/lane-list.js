/** The list of lanes: rows for those in view only, beside the canvas that draws the lanes. */

import { html, useEffect, useLayoutEffect, useRef, useState } from "../ui/preact.js";
import { addGestures } from "./gestures.js";
import { laneKeys } from "./keys.js";
import { laneLink, LaneRow, OthersRow } from "./lane-row.js";
import { AXIS_HEIGHT } from "./painter.js";
import { Tooltip } from "./tooltip.js";

/** Rows have two lines in a narrow timeline. */
const NARROW = 760;
const ROW = 36;
const NARROW_ROW = 50;

/** How many rows exist above and below those in view, for smooth scrolling. */
const SPARE = 6;

export function LaneList({ store, stage, lanes, current, total, hasTasks }) {
  const scroller = useRef();
  const canvas = useRef();
  const [view, setView] = useState({ first: 0, end: 0, isNarrow: false });
  const [activeId, setActiveId] = useState();
  const rowHeight = view.isNarrow ? NARROW_ROW : ROW;
  const height = AXIS_HEIGHT + rowHeight * (lanes.length + 1);

  useLayoutEffect(() => {
    stage.onDrawn = (first, end) => setView((old) => nextView(old, first, end, stage.fullWidth < NARROW));
    stage.attach(canvas.current, scroller.current);
    const stop = addGestures(stage, {
      hover: (x, y) => hover(stage, x, y),
      leave: () => stage.hideTip(),
      click: (x, y) => {
        stage.hideTip();
        openPlace(stage.placeAt(x, y) ?? { lane: stage.laneAt(y), marks: [] });
      },
    });
    return () => {
      stop();
      stage.detach();
    };
  }, [stage]);

  useLayoutEffect(() => stage.setLanes(lanes, rowHeight, current));

  useLayoutEffect(() => {
    if (current) {
      scrollTo(stage, lanes.indexOf(current));
    }
  }, [current, stage]);

  /** Opens a mark or a lane, or goes to what is not in view. */
  const openPlace = ({ lane, marks, reveals }) => {
    if (reveals !== undefined) {
      stage.change((viewport) => viewport.reveal(reveals));
    } else if (lane) {
      location.hash = laneLink(store.handle, lane, marks.at(-1)?.exchange?.number);
    }
  };
  const scrolled = useScroll(stage);
  const focusedId = useFocusedRow(scroller);
  const activeIndex = Math.max(0, activeId ? lanes.findIndex(({ id }) => id === activeId) : lanes.length - 1);
  const focus = (index) => {
    setActiveId(lanes[index].id);
    scrollTo(stage, index);
    stage.reveal(lanes[index]);
    focusedId.current = lanes[index].id;
    stage.invalidate();
  };
  const keys = laneKeys({ stage, lanes, activeIndex, focus, openPlace });
  const focused = ({ target }) => {
    const lane = store.lanes.byId.get(target.dataset.lane);
    if (lane) {
      focusedId.current = lane.id;
      setActiveId(lane.id);
      stage.showLane(lane);
    }
  };
  const blurred = ({ relatedTarget }) => {
    stage.hideTip();
    if (relatedTarget) {
      focusedId.current = undefined;
    }
  };
  return html`<div class=${`timeline ${view.isNarrow ? "is-narrow" : ""}`} style=${{ "--row": `${rowHeight}px`, "--axis": `${AXIS_HEIGHT}px` }}>
    <div class="timeline-scroller" ref=${scroller} onScroll=${scrolled} onKeyDown=${keys}>
      <div class="timeline-rows" style=${{ height: `${height}px` }}>
        <div class="timeline-head">
          <div class="timeline-corner small soft number">${total}</div>
          <${OthersRow} handle=${store.handle} lane=${store.lanes.others} stage=${stage} />
        </div>
        <ul aria-label="Tasks" onfocusin=${focused} onfocusout=${blurred}>
          ${indexes(view, lanes.length, activeIndex).map(
            (index) => html`<${LaneRow}
              key=${lanes[index].id}
              handle=${store.handle}
              lane=${lanes[index]}
              index=${index}
              total=${lanes.length}
              top=${AXIS_HEIGHT + rowHeight * (index + 1)}
              isActive=${index === activeIndex}
              isCurrent=${lanes[index] === current}
              stage=${stage}
            />`,
          )}
        </ul>
      </div>
      <div class="timeline-lanes"><canvas ref=${canvas} aria-hidden="true" /></div>
    </div>
    ${lanes.length === 0 && html`<p class="timeline-empty soft">${hasTasks ? "No task matches the filter." : "There is no task yet. Each task that a client creates gets a lane here."}</p>`}
    <${Tooltip} stage=${stage} />
  </div>`;
}

/** Other rows, only when those in view have no more spare ones, or there are far too many. */
function nextView(old, first, end, isNarrow) {
  const isEnough = first >= old.first && end <= old.end && old.end - old.first <= 2 * (end - first) + 2 * SPARE;
  return isEnough && isNarrow === old.isNarrow ? old : { first: first - SPARE, end: end + SPARE, isNarrow };
}

/** The rows that exist: those in view, some more, and the one that the keyboard is on. */
function indexes({ first, end }, length, activeIndex) {
  const from = Math.max(0, first);
  const to = Math.min(length, end);
  const all = Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
  if (length > 0 && (activeIndex < from || activeIndex >= to)) {
    all.push(activeIndex);
  }
  return all;
}

/**
 * Keeps the focus on a row when rendering moves or makes its element, because the browser loses it then.
 *
 * @return a ref: the id of the lane whose row should have the focus
 */
function useFocusedRow(scroller) {
  const id = useRef();
  useLayoutEffect(() => {
    const isLost = !document.activeElement || document.activeElement === document.body || scroller.current.contains(document.activeElement);
    const row = id.current && isLost && scroller.current.querySelector(`[data-lane="${CSS.escape(id.current)}"]`);
    if (row && row !== document.activeElement) {
      row.focus({ preventScroll: true });
    }
  });
  useEffect(() => {
    const forget = () => (id.current = undefined);
    addEventListener("pointerdown", forget, true);
    return () => removeEventListener("pointerdown", forget, true);
  }, []);
  return id;
}

/** Shows other rows and lanes when the user scrolls. Scrolling up ends following. */
function useScroll(stage) {
  const last = useRef(0);
  return ({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
    const isUp = scrollTop < last.current - 1 && scrollTop < scrollHeight - clientHeight - 2;
    last.current = scrollTop;
    if (isUp && stage.viewport.isFollowing) {
      stage.change((viewport) => viewport.follow(false));
    }
    stage.invalidate();
  };
}

function scrollTo(stage, index) {
  const { scroller, rowHeight, height, headHeight } = stage;
  const top = index * rowHeight;
  const inView = height - headHeight;
  if (index >= 0 && (top < scroller.scrollTop || top + rowHeight > scroller.scrollTop + inView)) {
    scroller.scrollTop = top < scroller.scrollTop ? top : top + rowHeight - inView;
  }
}

function hover(stage, x, y) {
  const place = stage.placeAt(x, y);
  stage.canvas.classList.toggle("is-on-mark", Boolean(place));
  if (place) {
    stage.showPlace(place);
  } else {
    stage.hideTip();
  }
}
