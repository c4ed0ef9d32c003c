package microstorm.report.book;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The numbers of people, topics, ideas and links in a whole report. */
@Schema(description = "The numbers of people, topics, ideas and links in the whole report.")
public record ReportCounts(
    @Schema(
            description = "The number of people who took part, also if the report names nobody.",
            minimum = "0",
            examples = "6")
        int participants,
    @Schema(description = "The number of topics, on all levels.", minimum = "0", examples = "4")
        int topics,
    @Schema(description = "The number of ideas, on all levels.", minimum = "0", examples = "23")
        int ideas,
    @Schema(
            description = "The number of web pages that the ideas link to.",
            minimum = "0",
            examples = "2")
        int links) {}
