package edtf

import "fmt"

// clockWords returns the time of day as in ", 20:39 (UTC+3)", or "" if there is none.
func (p point) clockWords() string {
	if !p.traits.has(timed) {
		return ""
	}
	return ", " + p.clock() + p.zone()
}

// clock returns the time of day as in "20:39".
func (p point) clock() string {
	seconds := p.milli / 1000
	text := fmt.Sprintf("%02d:%02d", seconds/3600, seconds/60%60)
	if seconds%60 != 0 || p.fraction != "" {
		text += fmt.Sprintf(":%02d", seconds%60)
	}
	if p.fraction != "" {
		text += "." + p.fraction
	}
	return text
}

// zone returns the offset as in " (UTC+3)", or "" if there is none.
func (p point) zone() string {
	if !p.traits.has(zoned) {
		return ""
	}
	return " (" + zoneName(int(p.offset)) + ")"
}

// zoneName returns the name of an offset from UTC in minutes: "UTC", "UTC+3", "UTC−3:30".
func zoneName(offset int) string {
	if offset == 0 {
		return "UTC"
	}
	sign := "+"
	if offset < 0 {
		sign, offset = "−", -offset
	}
	if offset%60 == 0 {
		return fmt.Sprintf("UTC%s%d", sign, offset/60)
	}
	return fmt.Sprintf("UTC%s%d:%02d", sign, offset/60, offset%60)
}
