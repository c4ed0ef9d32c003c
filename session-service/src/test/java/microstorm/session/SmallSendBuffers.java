package microstorm.session;

import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/**
 * Limits the bytes that the kernel keeps for a client that does not read. Otherwise it would take a
 * whole document.
 */
@Alternative
@Singleton
@Unremovable
public class SmallSendBuffers implements HttpServerOptionsCustomizer {

  private static final int BYTES = 64 * 1024;

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setSendBufferSize(BYTES);
  }
}
