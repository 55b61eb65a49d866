# Completion of dateline for bash, from 3.2 on. It needs nothing beside bash.

_dateline() {
    local program=${COMP_WORDS[0]/#\~/$HOME} how reply
    type -P -- "$program" >/dev/null || program=dateline
    COMPREPLY=()
    {
        IFS= read -r how
        while IFS= read -r reply; do
            COMPREPLY+=("$reply")
        done
    } < <("$program" __typed bash "${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" "$COMP_TYPE" "$COLUMNS" 2>/dev/null)
    if type compopt >/dev/null 2>&1; then
        [[ $how == *open* ]] && compopt -o nospace
        [[ $how == *files* ]] || compopt +o default
    fi
    if [[ $how == *files* && ${#COMPREPLY[@]} -gt 0 ]]; then
        while IFS= read -r reply; do
            # What is between the line breaks of a name is no file.
            [[ $reply == "$2"* && ( $reply == "~"* || -e $reply || -L $reply ) ]] && COMPREPLY+=("$reply")
        done < <(compgen -f -- "$2")
        type compopt >/dev/null 2>&1 && compopt -o filenames
    fi
    return 0
}

complete -o default -F _dateline dateline
