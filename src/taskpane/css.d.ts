/** Style sheets are imported for webpack to put beside the page. */
declare module "*.css";
