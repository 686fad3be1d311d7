// Shows what is agreed on. Nothing can be sent from here: a request needs a terminal's key.
window.addEventListener('DOMContentLoaded', () => {
  window.SwaggerUIBundle({
    url: '/openapi/openapi.yaml',
    dom_id: '#contract',
    supportedSubmitMethods: [],
    validatorUrl: null,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
  });
});
