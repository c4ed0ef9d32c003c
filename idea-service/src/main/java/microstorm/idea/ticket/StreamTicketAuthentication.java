package microstorm.idea.ticket;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import microstorm.http.intake.ClientAddress;
import microstorm.http.share.FairShareLimiter;
import microstorm.http.share.Permit;
import microstorm.http.share.Shares;
import microstorm.http.token.Requester;
import microstorm.idea.problem.BoardProblem;
import microstorm.idea.viewer.ViewerResolver;

/**
 * Authenticates the request for a live stream by its ticket. The request then continues with the
 * headers that the ticket stands for. A header Authorization takes precedence over a ticket.
 */
@ApplicationScoped
class StreamTicketAuthentication implements HttpAuthenticationMechanism {

  private static final Pattern STREAM = Pattern.compile("/api/boards/([^/]+)/stream/?");
  private static final String TICKET = "ticket";

  /** Guessed tickets occupy at most this many connections of the database. */
  private static final int THREADS = 2;

  /** A room of some hundred people behind one address may reconnect at once. */
  private static final Shares WAITING = new Shares(512, 256, 256);

  private final StreamTickets tickets;
  private final FairShareLimiter waiting =
      new FairShareLimiter("streams that open with a ticket", WAITING, 1);
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, this::thread);

  StreamTicketAuthentication(StreamTickets tickets) {
    this.tickets = tickets;
  }

  private Thread thread(Runnable task) {
    Thread thread = new Thread(task, "stream-tickets");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 1; // before the tokens
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext http, IdentityProviderManager identities) {
    Matcher stream = STREAM.matcher(http.normalizedPath());
    String ticket = http.request().getParam(TICKET);
    if (ticket == null
        || http.request().getHeader(HttpHeaders.AUTHORIZATION) != null
        || !stream.matches()) {
      return Uni.createFrom().nullItem();
    }
    return redeem(stream.group(1), ticket, http)
        .onItem()
        .transformToUni(access -> identities.authenticate(tokenOf(access, http)));
  }

  private Uni<StreamAccess> redeem(String sessionId, String ticket, RoutingContext http) {
    Permit place = waiting.acquire(Requester.anonymous(ClientAddress.of(http.request())), 1);
    return Uni.createFrom()
        .item(() -> tickets.redeem(sessionId, ticket))
        .runSubscriptionOn(threads)
        .onTermination()
        .invoke(place::close)
        .map(found -> found.orElseThrow(BoardProblem.STREAM_TICKET_INVALID::exception));
  }

  private static AuthenticationRequest tokenOf(StreamAccess access, RoutingContext http) {
    http.request().headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + access.token());
    if (!access.editKeys().isEmpty()) {
      http.request().headers().set(ViewerResolver.EDIT_KEY, access.editKeys());
    }
    return HttpSecurityUtils.setRoutingContextAttribute(
        new TokenAuthenticationRequest(new JsonWebTokenCredential(access.token())), http);
  }

  /** The answer to a request without a token does not ask for a ticket. */
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext http) {
    return Uni.createFrom().nullItem();
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(TokenAuthenticationRequest.class);
  }
}
