package microstorm.report.search;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A piece of a found text. */
@Schema(description = "A piece of a found text. It is text as people wrote it, never HTML.")
public record TextSegment(
    @Schema(description = "The text of the piece.", examples = "silence") String text,
    @Schema(description = "Whether this piece matches the search.") boolean marked) {}
