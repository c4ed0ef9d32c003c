package microstorm.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import microstorm.local.Owner;
import microstorm.local.RunningSystem;
import microstorm.local.join.JoinLink;
import microstorm.local.setup.RunState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./microstorm plan "Title"}: plans a session and prints its join link. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Plans a session of the first team on the running system.",
      "Prints the link and the QR code with which people join it."
    })
final class PlanCommand implements Callable<Integer> {
  @Mixin private RunningSystem running;

  @Parameters(paramLabel = "<title>", description = "The title of the session.")
  private String title;

  @Option(
      names = "--problem",
      paramLabel = "<text>",
      description = "The problem that the group works on.")
  private String problem;

  @Option(
      names = "--criterion",
      paramLabel = "<text>",
      description = "A criterion that a good idea meets; may be repeated.")
  private List<String> criteria = List.of();

  @Override
  public Integer call() {
    RunState state = running.state();
    Owner owner = Owner.of(state, running.data());
    Map<String, Object> session = new HashMap<>(Map.of("title", title, "criteria", criteria));
    if (problem != null) {
      session.put("problem", problem);
    }
    JsonNode planned = owner.api().post("/api/sessions", owner.token(), session).expect(201);
    System.out.printf(
        "Planned: %s%nSession id: %s%nFacilitator's code: %s%n",
        planned.path("title").asText(),
        planned.path("id").asText(),
        planned.path("facilitatorCode").asText());
    JoinLink link = JoinLink.of(state, running.data(), planned.path("joinCode").asText());
    System.out.print(link.text(JoinLink.onTerminal()));
    System.out.flush();
    return 0;
  }
}
