/** Marks that would be drawn over each other are drawn as one, with their number. */

const NEAR = 8;

/** Above the bar, on it, or below it. */
const TRACKS = { poll: -1, download: -1, request: -1, create: 0, attempt: 1 };

/** Different kinds at the same place of a track are drawn this far apart. */
const GAP = 13;

/**
 * Groups the marks of a lane that are in view.
 *
 * @param scale the {@link TimeScale}
 * @return clusters with `kind`, `track` (-1, 0 or 1), `x`, `marks`, `hasFault`, `isBad`, `isGivenUp` and `hasWarning`, by their time
 */
export function clusters(lane, scale) {
  const { marks } = lane;
  const margin = 12 * scale.pixel;
  const open = {};
  const found = [];
  for (let index = firstAfter(marks, scale.start - margin); index < marks.length && marks[index].at <= scale.end + margin; index++) {
    const mark = marks[index];
    const x = scale.x(mark.at);
    const current = open[mark.kind];
    if (current && x - current.x < NEAR) {
      extend(current, mark, lane);
    } else {
      open[mark.kind] = extend({ kind: mark.kind, track: TRACKS[mark.kind], x, marks: [] }, mark, lane);
      found.push(open[mark.kind]);
    }
  }
  return apart(found);
}

function extend(cluster, mark, lane) {
  cluster.marks.push(mark);
  cluster.hasFault ||= Boolean(mark.fault);
  cluster.isBad = isBad(mark) || (cluster.isBad && mark.kind !== "attempt");
  cluster.isGivenUp = lane.isGivenUp(mark);
  cluster.hasWarning ||= mark.exchange?.warnings?.length > 0;
  return cluster;
}

/** Whether a client would see an error, or a callback was not delivered. */
function isBad({ exchange, attempt }) {
  return exchange ? exchange.status === 0 || exchange.status >= 400 : !["delivered", "under_way"].includes(attempt.result);
}

/** Moves a mark of another kind to the right of the one that it would cover, and never further than that. */
function apart(found) {
  const last = {};
  for (const cluster of found) {
    const left = last[cluster.track];
    if (left && left.kind !== cluster.kind && cluster.x - left.x < GAP) {
      cluster.x += Math.min(GAP, GAP - (cluster.x - left.x));
    }
    last[cluster.track] = cluster;
  }
  return found;
}

/** The index of the first mark that is not before a time. */
function firstAfter(marks, at) {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle].at < at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
