SwaggerUIBundle({
  url: '/api/openapi',
  dom_id: '#operations',
  deepLinking: true,
  // sends the description to nobody
  validatorUrl: null,
});
