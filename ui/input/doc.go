// Package input has the line that is typed into, wherever the screen has one.
//
// It is not what becomes of the text: the pane that has the line says that.
//
//	var line input.Line
//	line.Open("yermak")
//	typed := line.Update(key)
package input
