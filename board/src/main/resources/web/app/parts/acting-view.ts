import { failureOf } from '../texts/index.js';
import { View } from './view.js';

/** A part of a page that acts, and shows a refusal in its own words. */
export class ActingView extends View {
  protected error = '';

  protected async attempt(act: () => Promise<unknown>): Promise<void> {
    this.error = '';
    try {
      await act();
    } catch (e) {
      this.error = failureOf(e);
    }
    this.requestUpdate();
  }
}
