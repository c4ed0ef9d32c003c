package microstorm.session.checklist;

import java.util.List;

/** What of the environment's checklist is ticked: room, tools, time, interruptions. */
public record Checklist(List<String> ticked) {}
