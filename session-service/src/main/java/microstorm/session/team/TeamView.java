package microstorm.session.team;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A team as its owner sees it. */
@Schema(description = "A team.")
public record TeamView(
    @Schema(description = "The id of the team.") UUID id,
    @Schema(
            description =
                "The name of the team in paths: lower-case letters, digits and hyphens, made from"
                    + " its name.",
            examples = "micro-brainstorming")
        String slug,
    @Schema(description = "The name for people.", examples = "Micro Brainstorming") String name,
    @Schema(
            description =
                "The owner key, a secret that proves ownership. Store it, because it is shown only"
                    + " in this answer. Absent where owners sign in.",
            examples = "Zx1Yw2Vu3Ts4Rq5Po6Nm7Lk8Ji9Hg0FeDcBaAbCdEfG")
        @Nullable String ownerKey) {}
