/** The shapes of marks. Each kind has a shape of its own, because not everybody sees colors alike. */

const TURN = 2 * Math.PI;

/** Draws a mark of a kind at (x, y). The timeline and its legend use the same shapes. */
export function drawMark(context, palette, look, x, y) {
  context.lineWidth = 1.5;
  context.lineJoin = "round";
  const { kind, isBad, hasFault } = look;
  const color = hasFault ? palette.fault : isBad ? palette.failed : palette[COLORS[kind]];
  context.strokeStyle = color;
  context.fillStyle = color;
  SHAPES[kind](context, palette, x, y, isBad);
  if (hasFault) {
    context.strokeStyle = palette.fault;
    context.lineWidth = 1.25;
    context.beginPath();
    context.arc(x, y, 7, 0, TURN);
    context.stroke();
  }
  if (look.isGivenUp) {
    drawStop(context, x + 10, y);
  }
  if (look.hasWarning) {
    drawWarning(context, palette, x + 6, y - 4);
  }
}

const COLORS = {
  create: "ink",
  poll: "ink-soft",
  download: "link",
  request: "ink-soft",
  attempt: "callback",
  completed: "completed",
  failed: "failed",
  planned: "line-strong",
};

const SHAPES = {
  /** A triangle that points to the right. */
  create: (context, palette, x, y, isBad) => polygon(context, palette, [[x - 3, y - 5], [x + 5, y], [x - 3, y + 5]], isBad),

  /** A dot; a ring if the response was an error. */
  poll: (context, palette, x, y, isBad) => {
    context.beginPath();
    context.arc(x, y, isBad ? 3.25 : 3.5, 0, TURN);
    paint(context, palette, isBad);
  },

  /** An arrow that points down to a line. */
  download: (context, palette, x, y, isBad) => {
    polygon(context, palette, [[x - 4, y - 3], [x + 4, y - 3], [x, y + 2]], isBad);
    line(context, x - 4, y + 4, x + 4, y + 4);
  },

  /** A square. */
  request: (context, palette, x, y, isBad) =>
    polygon(context, palette, [[x - 3, y - 3], [x + 3, y - 3], [x + 3, y + 3], [x - 3, y + 3]], isBad),

  /** A diamond; with a cross inside if the callback was not delivered. */
  attempt: (context, palette, x, y, isBad) => {
    polygon(context, palette, [[x, y - 5.5], [x + 5.5, y], [x, y + 5.5], [x - 5.5, y]], isBad);
    if (isBad) {
      cross(context, x, y, 1.8);
    }
  },

  /** A disc with a check. */
  completed: (context, palette, x, y) => {
    disc(context, x, y);
    context.strokeStyle = palette.card;
    context.beginPath();
    context.moveTo(x - 3, y);
    context.lineTo(x - 0.8, y + 2.4);
    context.lineTo(x + 3.2, y - 2.4);
    context.stroke();
  },

  /** A disc with a cross. */
  failed: (context, palette, x, y) => {
    disc(context, x, y);
    context.strokeStyle = palette.card;
    cross(context, x, y, 2.5);
  },

  /** An empty disc: the end that the task will have. */
  planned: (context, palette, x, y) => {
    context.beginPath();
    context.arc(x, y, 5, 0, TURN);
    paint(context, palette, true);
  },
};

function disc(context, x, y) {
  context.beginPath();
  context.arc(x, y, 6.5, 0, TURN);
  context.fill();
}

function polygon(context, palette, points, isHollow) {
  context.beginPath();
  points.forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.closePath();
  paint(context, palette, isHollow);
}

function paint(context, palette, isHollow) {
  if (isHollow) {
    context.fillStyle = palette.card;
  }
  context.fill();
  if (isHollow) {
    context.stroke();
  }
}

function line(context, x1, y1, x2, y2) {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}

function cross(context, x, y, radius) {
  line(context, x - radius, y - radius, x + radius, y + radius);
  line(context, x - radius, y + radius, x + radius, y - radius);
}

/** A bar after the last attempt of a callback that was given up. */
function drawStop(context, x, y) {
  context.lineWidth = 2.5;
  line(context, x, y - 6, x, y + 6);
}

/** A small triangle with its tip up. */
function drawWarning(context, palette, x, y) {
  context.fillStyle = palette.warning;
  context.strokeStyle = palette.card;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x, y - 4);
  context.lineTo(x + 4, y + 3);
  context.lineTo(x - 4, y + 3);
  context.closePath();
  context.stroke();
  context.fill();
}

/** A part of a lane's bar: "pending" is thin, "processing" is thick. What is planned is an outline. */
export function drawBar(context, palette, { status, isPlanned, isHeld }, x1, x2, y) {
  const height = status === "pending" ? 4 : 9;
  const width = Math.max(2, x2 - x1);
  const box = () => {
    context.beginPath();
    context.roundRect(x1, y - height / 2, width, height, Math.min(height, width) / 2);
  };
  if (isPlanned) {
    context.strokeStyle = palette[status];
    context.lineWidth = 1;
    context.setLineDash([3, 3]);
    box();
    context.stroke();
    context.setLineDash([]);
    return;
  }
  context.fillStyle = isHeld ? palette[`${status}-soft`] : palette[status];
  box();
  context.fill();
  if (isHeld) {
    drawHatching(context, palette[status], box, x1, width, y, height);
  }
}

/** Stripes: the task is held, so time does not change it. */
function drawHatching(context, color, box, x, width, y, height) {
  context.save();
  box();
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.stroke();
  context.clip();
  context.lineWidth = 1.5;
  context.beginPath();
  for (let at = x - height; at < x + width; at += 6) {
    context.moveTo(at, y + height / 2);
    context.lineTo(at + height, y - height / 2);
  }
  context.stroke();
  context.restore();
}
