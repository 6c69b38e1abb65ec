/** The view "Request paths", as the manifest names it. */
export const requestPathsView = 'apimTokenDoctor.requestPaths';
