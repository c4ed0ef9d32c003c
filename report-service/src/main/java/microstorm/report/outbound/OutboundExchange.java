package microstorm.report.outbound;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Function;
import microstorm.report.outbound.OutboundFailure.Kind;
import org.jspecify.annotations.Nullable;

/** One request and its response. All of it runs on one context. */
final class OutboundExchange {

  /** A host with more addresses is tried at the first ones. */
  private static final int MAX_ADDRESSES = 3;

  private final Vertx vertx;
  private final Context context;
  private final HttpClient http;
  private final Function<OutboundTarget, Future<List<InetAddress>>> names;
  private final OutboundRequest request;
  private final Promise<OutboundResponse> end = Promise.promise();

  private boolean ended;
  private long timer;
  private @Nullable HttpClientRequest sent;

  OutboundExchange(
      Vertx vertx,
      HttpClient http,
      Function<OutboundTarget, Future<List<InetAddress>>> names,
      OutboundRequest request) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.http = http;
    this.names = names;
    this.request = request;
  }

  Future<OutboundResponse> run() {
    context.runOnContext(
        start -> {
          timer =
              vertx.setTimer(
                  request.timeout().toMillis(), id -> fail(new OutboundFailure(Kind.TIMEOUT)));
          names
              .apply(request.target())
              .onSuccess(found -> connect(found.subList(0, Math.min(found.size(), MAX_ADDRESSES))))
              .onFailure(this::fail);
        });
    return end.future();
  }

  private void connect(List<InetAddress> addresses) {
    if (ended) {
      return;
    }
    OutboundTarget target = request.target();
    RequestOptions options =
        new RequestOptions()
            .setServer(
                SocketAddress.inetSocketAddress(target.port(), addresses.get(0).getHostAddress()))
            .setMethod(HttpMethod.valueOf(request.method()))
            .setSsl(target.isHttps())
            .setHost(target.host())
            .setPort(target.port())
            .setURI(target.pathAndQuery())
            .setFollowRedirects(false);
    request.headers().forEach(options::putHeader);
    http.request(options).onComplete(connected -> connected(connected, addresses));
  }

  /** The next address is tried only while nothing of the request was sent. */
  private void connected(AsyncResult<HttpClientRequest> connected, List<InetAddress> addresses) {
    if (connected.succeeded() && ended) {
      connected.result().reset();
    } else if (connected.succeeded()) {
      exchange(connected.result());
    } else if (addresses.size() > 1) {
      connect(addresses.subList(1, addresses.size()));
    } else {
      fail(connected.cause());
    }
  }

  private void exchange(HttpClientRequest connection) {
    sent = connection;
    Buffer body = request.body();
    Future<HttpClientResponse> response = body == null ? connection.send() : connection.send(body);
    response.onSuccess(this::read).onFailure(this::fail);
  }

  private void read(HttpClientResponse response) {
    Buffer body = Buffer.buffer();
    response.exceptionHandler(this::fail);
    response.endHandler(complete -> succeed(response, body, true));
    response.handler(
        part -> {
          int room = request.maxBody() - body.length();
          body.appendBuffer(part, 0, Math.min(room, part.length()));
          if (part.length() > room) {
            succeed(response, body, false);
          }
        });
  }

  private void succeed(HttpClientResponse response, Buffer body, boolean complete) {
    if (end()) {
      if (!complete) {
        response.request().reset();
      }
      end.complete(new OutboundResponse(response.statusCode(), response.headers(), body, complete));
    }
  }

  private void fail(Throwable cause) {
    if (end()) {
      if (sent != null) {
        sent.reset();
      }
      end.fail(OutboundFailure.of(cause));
    }
  }

  /** False if it had ended before. */
  private boolean end() {
    boolean first = !ended;
    ended = true;
    vertx.cancelTimer(timer);
    return first;
  }
}
