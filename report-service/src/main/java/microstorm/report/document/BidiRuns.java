package microstorm.report.document;

import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;

/** Splits a paragraph of a PDF into runs of one direction, in the order in which they are shown. */
final class BidiRuns implements BidiSplitter {

  private Integer[] order = {};
  private Bidi paragraph;

  @Override
  public void setParagraph(String text, byte direction) {
    paragraph =
        new Bidi(
            text,
            direction == BidiSplitter.RTL
                ? Bidi.DIRECTION_RIGHT_TO_LEFT
                : Bidi.DIRECTION_LEFT_TO_RIGHT);
    int runs = paragraph.getRunCount();
    byte[] levels = new byte[runs];
    order = new Integer[runs];
    for (int i = 0; i < runs; i++) {
      levels[i] = (byte) paragraph.getRunLevel(i);
      order[i] = i;
    }
    if (runs > 1) {
      Bidi.reorderVisually(levels, 0, order, 0, runs);
    }
  }

  @Override
  public int countTextRuns() {
    return order.length;
  }

  @Override
  public BidiTextRun getVisualRun(int position) {
    int run = order[position];
    int start = paragraph.getRunStart(run);
    byte direction = paragraph.getRunLevel(run) % 2 == 0 ? BidiSplitter.LTR : BidiSplitter.RTL;
    return new BidiTextRun(start, paragraph.getRunLimit(run) - start, direction);
  }

  /** The direction of the first letter that has one. */
  @Override
  public byte getBaseDirection(String text) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      switch (Character.getDirectionality(text.codePointAt(at))) {
        case Character.DIRECTIONALITY_LEFT_TO_RIGHT:
          return BidiSplitter.LTR;
        case Character.DIRECTIONALITY_RIGHT_TO_LEFT:
        case Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC:
          return BidiSplitter.RTL;
        default:
      }
    }
    return BidiSplitter.NEUTRAL;
  }
}
