package guess

import "strings"

// IsParty reports whether a path leads to somebody, or to something beside the event that has a title of its own.
func IsParty(path string) bool {
	last := path[strings.LastIndexByte(path, '.')+1:]
	for _, m := range Meant(last) {
		switch m.Role {
		case Actors, Location, Sources, Tags:
			return true
		}
	}
	switch Fold(last) {
	case "user", "owner", "committer", "actor", "assignee", "sender", "image", "license", "parent",
		"valarm", "alarm", "reminder":
		return true
	}
	return IsCodeKey(last) ||
		HasWord(last, "creator", "member", "owner", "user", "author", "assignee", "reporter", "sender")
}

// IsOfEvent reports whether a key under a path may say a title or text of the event. A name may be that of anything.
func IsOfEvent(path, key string, role Role) bool {
	switch role {
	case Summary:
		return true
	case Title:
	default:
		return false
	}
	switch Fold(key) {
	case "name", "label", "displayname":
	case "fullname", "firstname", "lastname", "nickname", "screenname":
		return false // of a person
	default:
		return true
	}
	switch Fold(path[strings.LastIndexByte(path, '.')+1:]) {
	case "properties", "fields", "attributes", "data", "event", "node", "item", "content", "record", "card", "task",
		"issue", "ticket":
		return true
	}
	return false
}
