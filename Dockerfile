# Builds the image of each of the three services from Maven's output. The build itself uses neither Maven nor the network.
#   docker build --build-arg SERVICE=idea-service -t microstorm/idea-service:dev .
ARG BASE=eclipse-temurin:25-jre

# Runs the service once with the same JVM, which writes an AOT cache (JEP 483, JEP 514).
FROM ${BASE} AS trained
ARG SERVICE
WORKDIR /opt/microstorm
COPY ${SERVICE}/target/quarkus-app/ ./
COPY docker/train.sh docker/jvm.options /opt/microstorm-build/
RUN bash /opt/microstorm-build/train.sh

FROM ${BASE}
ARG SERVICE
ARG VERSION=dev
LABEL org.opencontainers.image.title="microstorm/${SERVICE}" \
      org.opencontainers.image.description="Micro brainstorming for teams: do it quick but do it right." \
      org.opencontainers.image.version="${VERSION}" \
      microstorm.sbom="/opt/microstorm/sbom.cdx.json"
WORKDIR /opt/microstorm
COPY --from=trained /opt/microstorm ./
COPY docker/jvm.options docker/healthy.sh docker/start.sh ./
# the same ports in all images; the services write to /tmp only
ENV QUARKUS_HTTP_PORT=8080 QUARKUS_MANAGEMENT_PORT=9000
EXPOSE 8080 9000
USER 10001:10001
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 CMD ["bash", "/opt/microstorm/healthy.sh"]
ENTRYPOINT ["bash", "/opt/microstorm/start.sh"]
