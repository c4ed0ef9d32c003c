package microstorm.report.imports;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpData;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import microstorm.report.problem.ReportProblem;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A form with a log, as the file dialog of a web page sends it. */
@Schema(description = "A form with a log.")
record LogUpload(
    @Schema(
            type = SchemaType.STRING,
            format = "binary",
            description = "The log. If the form has files, the first one is the log.",
            examples = "### Session : 1")
        String file) {

  private static final String FIELD = "file";

  /**
   * The log in a body.
   *
   * @param contentType the type of the body
   * @throws microstorm.http.problem.ProblemException 400 if the body is a form without a log
   */
  static byte[] log(String contentType, byte[] body) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT).strip();
    return type.startsWith("multipart/") ? inForm(contentType, body) : body;
  }

  private static byte[] inForm(String contentType, byte[] body) {
    FullHttpRequest form =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body));
    form.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
    if (!HttpPostRequestDecoder.isMultipart(form)) {
      throw ReportProblem.FORM_WITHOUT_LOG.exception(
          "The content type has no boundary. Send multipart/form-data with a boundary.");
    }
    try { // everything is on the heap, so nothing has to be released
      HttpPostMultipartRequestDecoder decoder =
          new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(false), form);
      Optional<InterfaceHttpData> file =
          decoder.getBodyHttpDatas().stream().filter(FileUpload.class::isInstance).findFirst();
      InterfaceHttpData part = file.orElse(decoder.getBodyHttpData(FIELD));
      if (part instanceof HttpData data && data.isCompleted()) {
        return data.get();
      }
    } catch (IOException | RuntimeException malformed) { // of any kind, if a form is damaged
      throw ReportProblem.FORM_WITHOUT_LOG.exception(
          "The form cannot be read. Send the log as a file in a field named file.");
    }
    throw ReportProblem.FORM_WITHOUT_LOG.exception(
        "The form has no file. Send the log as a file in a field named file.");
  }
}
