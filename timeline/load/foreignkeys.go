package load

import "dateline/timeline/internal/containers"

// isDateKey reports whether a key may say when an event happened.
func isDateKey(key string) bool { return foreignDates[containers.Fold(key)] }

// isTitleKey reports whether a key may say what happened.
func isTitleKey(key string) bool { return foreignTitles[containers.Fold(key)] }

// foreignDates are names of dates, without what does not count in them.
var foreignDates = wordSet("date", "year", "start", "when", "startdate", "startyear", "begin", "begindate", "from",
	"timestamp", "datetime", "time", "day", "starttime", "startedat", "eventdate", "createdat", "published", "publishedat",
	"exactdate", "period", "dateopen", "deadline", "dtstart", "dates", "fcdate", "occurredat", "releasedate", "jahr", "datum")

// foreignTitles are names of titles.
var foreignTitles = wordSet("title", "name", "event", "headline", "what", "label", "subject", "heading", "text",
	"summary", "description", "desc", "content", "topic", "milestone", "titel")

// wordSet returns a set of words.
func wordSet(words ...string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, word := range words {
		set[word] = true
	}
	return set
}
