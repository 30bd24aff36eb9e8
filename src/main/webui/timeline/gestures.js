/** Moves the timeline with the mouse, the wheel and fingers. Scrolling up and down is the browser's. */

const DRAG_START = 4;
const WHEEL_ZOOM = 0.0022;
const LINE = 16;

/** @param on `hover(x, y)`, `leave()` and `click(x, y)`, with places on the canvas. @return a function that stops this */
export function addGestures(stage, on) {
  const { canvas } = stage;
  const pointers = new Map();
  let moved = 0;

  const point = ({ clientX, clientY }) => {
    const { left, top } = canvas.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };

  const down = (event) => {
    if (event.button === 0) {
      pointers.set(event.pointerId, point(event));
      moved = pointers.size > 1 ? DRAG_START : 0;
    }
  };

  const move = (event) => {
    const to = point(event);
    if (event.buttons === 0) {
      pointers.delete(event.pointerId);
    }
    const from = pointers.get(event.pointerId);
    if (!from) {
      on.hover(to.x, to.y);
      return;
    }
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    moved += Math.abs(to.x - from.x);
    pointers.set(event.pointerId, to);
    if (other) {
      pinch(Math.abs(from.x - other.x), Math.abs(to.x - other.x), (to.x + other.x) / 2);
    } else if (moved >= DRAG_START) {
      canvas.setPointerCapture(event.pointerId);
      canvas.classList.add("is-dragged");
      on.leave();
      stage.change((viewport) => viewport.pan(from.x - to.x));
    }
  };

  const pinch = (before, after, x) => {
    if (before > 10 && after > 10) {
      stage.change((viewport) => viewport.zoom(after / before, x, stage.now()));
    }
  };

  const up = (event) => {
    const { x, y } = point(event);
    canvas.classList.remove("is-dragged");
    if (pointers.delete(event.pointerId) && moved < DRAG_START && event.type === "pointerup") {
      on.click(x, y, event);
    }
  };

  const wheel = (event) => {
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const { x } = point(event);
      stage.change((viewport) => viewport.zoom(Math.exp(-event.deltaY * unit * WHEEL_ZOOM), x, stage.now()));
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      stage.change((viewport) => viewport.pan((event.deltaX || event.deltaY) * unit));
    }
  };

  const leave = () => on.leave();
  const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up, pointerleave: leave };
  Object.entries(listeners).forEach(([name, listener]) => canvas.addEventListener(name, listener));
  canvas.addEventListener("wheel", wheel, { passive: false });
  return () => {
    Object.entries(listeners).forEach(([name, listener]) => canvas.removeEventListener(name, listener));
    canvas.removeEventListener("wheel", wheel);
  };
}
