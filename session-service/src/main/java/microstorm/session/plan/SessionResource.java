package microstorm.session.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import microstorm.web.Caller;
import microstorm.web.Refusal;
import org.jboss.resteasy.reactive.RestQuery;

/** A team's sessions. */
@Path("/api/sessions")
@RolesAllowed(Caller.OWNER)
public class SessionResource {

  private static final int MAX_PAGE = 200;

  private final Caller caller;

  SessionResource(Caller caller) {
    this.caller = caller;
  }

  /** The team's sessions, a page at a time. */
  @GET
  @Transactional
  public SessionPage list(
      @RestQuery String cursor, @RestQuery @DefaultValue("50") @Min(1) @Max(MAX_PAGE) int limit) {
    List<Session> found = Session.page(caller.teamId(), parse(cursor), limit + 1);
    List<SessionView> items = found.stream().limit(limit).map(SessionView::of).toList();
    String next = found.size() > limit ? items.get(items.size() - 1).id().toString() : null;
    return new SessionPage(items, next);
  }

  @GET
  @Path("{id}")
  @Transactional
  public SessionView get(UUID id) {
    return Session.ofTeam(caller.teamId(), id)
        .map(SessionView::of)
        .orElseThrow(() -> Refusal.notFound("session"));
  }

  private static UUID parse(String cursor) {
    try {
      return cursor == null ? null : UUID.fromString(cursor);
    } catch (IllegalArgumentException notACursor) {
      throw new Refusal(
          400, "cursor-invalid", "Invalid cursor", "The cursor is none that this list gave.");
    }
  }
}
