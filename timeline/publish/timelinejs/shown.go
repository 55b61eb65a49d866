package timelinejs

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/lazyregexp"
	"dateline/timeline/markup"
	"dateline/timeline/sanitize"
)

// This file writes again what was read from slides and has a place in no other format: what they show beside texts.

// A shown is what a slide shows beside its texts. It is kept with the event as well, as it was written.
type shown struct {
	Media      map[string]string `json:"media,omitempty"`
	Background map[string]string `json:"background,omitempty"`
}

// color matches a color of CSS that is nothing more.
var color = lazyregexp.New(`^#?[0-9A-Za-z]+$`)

// shownBy returns what keys of the writer's own say of media and background, and the other keys. What is no address of
// the web and no color is left to the texts.
func shownBy(fields []timeline.Field) (s shown, others []timeline.Field) {
	for _, one := range fields {
		var said map[string]string
		if one.Key == "media" || one.Key == "background" {
			said = mapOf(one.Value)
		}
		address, isAddress := sanitize.WebAddress(said["url"])
		switch {
		case one.Key == "media" && isAddress && s.Media == nil:
			s.Media = map[string]string{"url": address}
			for _, key := range []string{"caption", "credit"} {
				if text := escaped(markup.Plain(said[key])); text != "" {
					s.Media[key] = text
				}
			}
			for _, key := range []string{"thumbnail", "link"} {
				if other, ok := sanitize.WebAddress(said[key]); ok {
					s.Media[key] = other
				}
			}
		case one.Key == "background" && isAddress:
			s.Background = map[string]string{"url": address}
		case one.Key == "background" && color().MatchString(said["color"]):
			s.Background = map[string]string{"color": said["color"]}
		default:
			others = append(others, one)
		}
	}
	return s, others
}

// isEra reports whether an event is one that the page shows behind the others, as the reader of slides tags it.
func isEra(e *timeline.Event, end *parts) bool { return end != nil && slices.Contains(e.Tags, "eras") }

// mapOf returns the texts of a map, nil for a text that is none.
func mapOf(text string) map[string]string {
	var said map[string]string
	if !strings.Contains(text, ":") || yaml.Unmarshal([]byte(text), &said) != nil {
		return nil
	}
	return said
}
