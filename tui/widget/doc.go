// Package widget holds the parts that pages are made of: lists, fields, ratings, bars and pictures. A widget knows
// nothing of engagements and sends nothing; it takes values and actions, draws at an exact size, and looks as the theme
// says. Those without state are plain functions. It imports style, layout and keys. The note editor is the package
// below it.
package widget
