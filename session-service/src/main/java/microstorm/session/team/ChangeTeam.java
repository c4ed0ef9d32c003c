package microstorm.session.team;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import microstorm.http.input.PatchField;
import microstorm.http.input.PatchValue;
import microstorm.http.input.SingleLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Changes of a team. */
@Schema(
    description =
        "Changes of a team. An absent field stays as it is. `null` removes `defaultTemplate`"
            + " and `retentionDays`.")
public record ChangeTeam(
    @Schema(
            description = "The name for people. The slug stays as it is.",
            examples = "Micro Brainstorming")
        @PatchValue
        @Size(max = 100)
        @SingleLine
        String name,
    @Schema(
            description = TeamView.LANGUAGE,
            enumeration = {"en", "de"},
            examples = "de")
        @PatchValue
        @Pattern(regexp = "en|de", message = "must be en or de")
        String language,
    @Schema(
            implementation = String.class,
            description = TeamView.DEFAULT_TEMPLATE,
            maxLength = 100,
            examples = "idea-storm.en")
        PatchField<@Size(min = 1, max = 100) String> defaultTemplate,
    @Schema(
            implementation = Integer.class,
            description =
                TeamView.RETENTION
                    + " A session that is due by a change is announced for some days first.",
            minimum = "1",
            maximum = "3650",
            examples = "365")
        PatchField<@Min(1) @Max(3_650) Integer> retentionDays) {}
