// Calls of the page around a frame, beside those of the element: the program numbers both in one row.
// Must not decide if the person is asked.

import { globals } from "./kept";
import type { Hearing } from "./platform";

/** Number above those of the element's own calls. */
const FIRST = 1 << 30;

/** The calls that wait for the person. */
export class AskedCalls {
  #waiting = new Map<number, { resolve: (result: string) => void; reject: (error: Error) => void }>();
  #last = FIRST;

  /** Called once the person has dealt with a link that came from outside; set by the page in a frame. */
  forgotten: () => void = () => {};

  /** Returns the element's hearing, which hears of all answers but those to these calls. */
  before(host: Hearing): Hearing {
    return {
      told: (name, detail) => host.told(name, detail),
      forgetLink: () => {
        host.forgetLink();
        this.forgotten();
      },
      answered: (call, result, reason) => {
        const found = this.#waiting.get(call);
        if (!found) return host.answered(call, result, reason);
        this.#waiting.delete(call);
        if (result === undefined) found.reject(new Error(reason ?? "no answer"));
        else found.resolve(result);
      },
    };
  }

  /** Begins a call, which `send` hands to the program under its number. Settles with the program's answer. */
  begin(send: (call: number) => void): Promise<string> {
    return new globals.Promise((resolve, reject) => {
      this.#last += 1;
      this.#waiting.set(this.#last, { resolve, reject });
      send(this.#last);
    });
  }

  /** Rejects all that wait. */
  end(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error("the program has ended"));
    this.#waiting.clear();
  }
}
