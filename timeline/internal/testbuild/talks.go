package testbuild

import "dateline/timeline"

// Talks returns a small record of talks about Ukraine. Everything that a query can ask for occurs in it.
func Talks() *timeline.Timeline {
	d := NewDraft()
	d.Actor("ukraine", "Ukraine", timeline.State, "", "")
	d.Actor("office", "Presidential Office", timeline.Organization, "Ukraine", "Office of the President")
	d.Actor("yermak", "Andriy Yermak", timeline.Person, "", "Yermak, Андрій Єрмак",
		"Presidential Office|Head|2020-02-11|2025-11-28")
	d.Actor("budanov", "Kyrylo Budanov", timeline.Person, "", "Budanov",
		"Defence Intelligence|Head of Defence Intelligence|2020-08-05|2026-01-02",
		"Presidential Office|Head|2026-01-02")
	d.Actor("gur", "Defence Intelligence", timeline.Organization, "Ukraine", "HUR")
	d.Actor("usa", "United States", timeline.State, "", "US")
	d.Actor("rubio", "Marco Rubio", timeline.Person, "", "Rubio", "United States|US Secretary of State|2025-01-21")
	d.Actor("nato", "NATO", timeline.Organization, "", "", "")
	reuters := d.Source(timeline.Source{
		ID: "r1", Title: "Talks in Geneva", Publisher: "Reuters", URL: "https://example.org/r1",
	})
	link := d.Source(timeline.Source{URL: "https://example.com/x"})
	d.Event("2025-09-08", "Yermak speaks with Rubio", "Yermak; Rubio", func(e *timeline.EventDraft) {
		e.Type, e.Tags = "call", []string{"Diplomacy", "security guarantees"}
		e.Location, e.Status = "Kyiv, Ukraine", "confirmed"
		e.Summary = "A call about security guarantees; Kyiv's hopes are up."
		e.Quotes = []timeline.QuoteDraft{{By: d.Mention("Yermak"), Text: "a productive talk at 20:39", Source: reuters}}
		e.Sources = []timeline.Citation{reuters}
	})
	d.Event("2025-09", "Drone strikes", "Russia", func(e *timeline.EventDraft) {
		e.Type, e.Tags, e.Status = "strike", []string{"drones"}, "disputed"
		e.Claims = []timeline.ClaimDraft{{By: d.Mention("Russia"), Text: "no losses", Status: "denied", Source: link}}
		for _, value := range []string{"40", "about 50"} {
			e.Figures = append(e.Figures, timeline.FigureDraft{
				Label: "drones", Value: value, By: timeline.NoMention, Source: timeline.NoCitation,
			})
		}
	})
	d.Event("2026-01-02", "Budanov takes over", "Budanov", func(e *timeline.EventDraft) {
		e.Type, e.Location, e.Notes = "Call", "Kyiv", []string{"unclear hour"}
	})
	d.Event("2025-12-01", "Yermak after office", "Yermak", nil)
	d.Event("", "Somebody hopes", "Ukraine; Marco Rubio", func(e *timeline.EventDraft) { e.Type = "statement" })
	return d.Done()
}
