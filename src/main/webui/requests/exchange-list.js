/** The exchanges of a sandbox that the page knows, in the form of the event "exchange", by number. */

const MAX_EXCHANGES = 20_000;

/** The list may exceed its bound by this many, so that it is not copied for each exchange. */
const SLACK = 2000;

export class ExchangeList {
  /** Oldest first. */
  all = [];

  clear() {
    this.all = [];
  }

  /** Adds an exchange, or replaces the one with the same number. */
  add(exchange) {
    const index = this.position(exchange.number);
    const isKnown = this.all[index]?.number === exchange.number;
    this.all.splice(index, isKnown ? 1 : 0, exchange);
    if (this.all.length > MAX_EXCHANGES + SLACK) {
      this.all.splice(0, SLACK);
    }
  }

  /** The index of the first exchange whose number is not lower. Most exchanges belong at the end. */
  position(number) {
    let low = 0;
    let high = this.all.length;
    if (high === 0 || this.all[high - 1].number < number) {
      return high;
    }
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.all[middle].number < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
