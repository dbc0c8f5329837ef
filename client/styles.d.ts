// A part of the page that is fetched later brings its style sheet with it.
declare module '*.css'
