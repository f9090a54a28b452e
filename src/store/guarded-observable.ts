import type { Observer, Operator, Subscription } from 'rxjs';
import { Observable, Subscriber } from 'rxjs';

/** Takes what a user's code threw. */
export type Report = (error: unknown) => void;

/**
 * An Observable, and all that is piped from it, whose subscribers cannot harm one another: what a subscriber throws,
 * or an operator without an error handler behind it, is reported. (RxJS would throw it later, into the void.)
 */
export class GuardedObservable<T> extends Observable<T> {
  private readonly report: Report;

  constructor(source: Observable<T>, report: Report) {
    super((subscriber) => source.subscribe(subscriber));
    this.report = report;
  }

  /** What RxJS calls to make the outcome of an operator: here, one that is guarded, too. */
  // oxlint-disable-next-line typescript/no-deprecated -- RxJS 7's own seam for subclasses, gone in 8
  override lift<R>(operator?: Operator<T, R>): Observable<R> {
    // oxlint-disable-next-line typescript/no-deprecated -- as above
    return new GuardedObservable(super.lift(operator), this.report);
  }

  override subscribe(
    observerOrNext?: Partial<Observer<T>> | ((value: T) => void) | null,
    error?: ((error: unknown) => void) | null,
    complete?: (() => void) | null,
  ): Subscription {
    if (observerOrNext instanceof Subscriber) return super.subscribe(observerOrNext);
    const observer: Partial<Observer<T>> =
      typeof observerOrNext === 'object' && observerOrNext !== null
        ? observerOrNext
        : {
            ...(observerOrNext && { next: observerOrNext }),
            ...(error && { error }),
            ...(complete && { complete }),
          };
    const guard = (run: () => void): void => {
      try {
        run();
      } catch (thrown) {
        this.report(thrown);
      }
    };
    return super.subscribe({
      next: (value) => guard(() => observer.next?.(value)),
      error: (thrown) =>
        guard(() => (observer.error === undefined ? this.report(thrown) : observer.error(thrown))),
      complete: () => guard(() => observer.complete?.()),
    });
  }
}
