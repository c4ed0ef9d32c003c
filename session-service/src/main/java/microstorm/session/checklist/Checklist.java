package microstorm.session.checklist;

import java.util.List;

/** The ticked items of the environment's checklist: room, tools, time, interruptions. */
public record Checklist(List<String> ticked) {}
