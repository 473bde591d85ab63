#include "core/analysis/condition.h"

#include <charconv>
#include <cstdint>
#include <limits>
#include <vector>

namespace turnwise::analysis {

namespace {

struct Value {
    enum class Kind { unknown, number, text, none, container } kind = Kind::unknown;
    std::int64_t number = 0;         // of a bool: 0 or 1
    std::string text;                // with quotes
    std::vector<std::string> items;  // reprs; of a dictionary its keys

    bool is_known() const { return kind != Kind::unknown; }
};

Value number_of(std::int64_t number) {
    return {.kind = Value::Kind::number, .number = number, .text = {}, .items = {}};
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

// The parts between commas that stand in no bracket and no string.
std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> parts;
    int depth = 0;
    char quote = 0;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const char c = at < text.size() ? text[at] : ',';
        if (quote) {
            if (c == '\\')
                ++at;
            else if (c == quote)
                quote = 0;
            continue;
        }
        if (c == '"' || c == '\'') quote = c;
        if (c == '(' || c == '[' || c == '{' || c == '<') ++depth;
        if (c == ')' || c == ']' || c == '}' || c == '>') --depth;
        if (c != ',' || depth > 0) continue;
        const auto part = trimmed(text.substr(begin, at - begin));
        if (!part.empty()) parts.emplace_back(part);
        begin = at + 1;
    }
    return parts;
}

std::string key_of(const std::string& entry) {
    char quote = 0;
    for (std::size_t at = 0; at < entry.size(); ++at) {
        if (quote) {
            if (entry[at] == quote) quote = 0;
        } else if (entry[at] == '"' || entry[at] == '\'') {
            quote = entry[at];
        } else if (entry[at] == ':') {
            return std::string(trimmed(std::string_view(entry).substr(0, at)));
        }
    }
    return entry;
}

Value container_of(std::string_view repr) {
    Value value{.kind = Value::Kind::container,
                .number = 0,
                .text = {},
                .items = parts_of(repr.substr(1, repr.size() - 2))};
    if (repr.front() == '{')
        for (std::string& item : value.items)
            item = key_of(item);
    return value;
}

Value value_of_repr(std::string_view repr) {
    if (repr.empty() || repr.find("…") != std::string_view::npos ||
        repr.find("...") != std::string_view::npos)
        return {};
    if (repr == "None") return {.kind = Value::Kind::none, .number = 0, .text = {}, .items = {}};
    if (repr == "True" || repr == "False") return number_of(repr == "True" ? 1 : 0);
    if (repr == "set()")
        return {.kind = Value::Kind::container, .number = 0, .text = {}, .items = {}};
    if (repr.front() == '"' || repr.front() == '\'')
        return {.kind = Value::Kind::text, .number = 0, .text = std::string(repr), .items = {}};
    if (std::string_view("[({").find(repr.front()) != std::string_view::npos)
        return container_of(repr);
    if (repr.starts_with("deque([") && repr.ends_with("])"))
        return container_of(repr.substr(6, repr.size() - 7));
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(repr.data(), repr.data() + repr.size(), number);
    if (error == std::errc() && end == repr.data() + repr.size()) return number_of(number);
    return {};
}

std::optional<bool> truth_of(const Value& value) {
    switch (value.kind) {
        case Value::Kind::number:
            return value.number != 0;
        case Value::Kind::text:
            return value.text.size() > 2;
        case Value::Kind::none:
            return false;
        case Value::Kind::container:
            return !value.items.empty();
        case Value::Kind::unknown:
            break;
    }
    return std::nullopt;
}

std::optional<bool> negation(std::optional<bool> of) {
    return of ? std::optional(!*of) : std::nullopt;
}

Value as_value(std::optional<bool> truth) {
    return truth ? number_of(*truth ? 1 : 0) : Value{};
}

std::string without_quotes(const std::string& text) {
    return text.size() >= 2 ? text.substr(1, text.size() - 2) : text;
}

std::optional<bool> equal(const Value& left, const Value& right) {
    if (!left.is_known() || !right.is_known()) return std::nullopt;
    if (left.kind != right.kind) return false;
    if (left.kind == Value::Kind::container) return std::nullopt;
    return left.number == right.number && without_quotes(left.text) == without_quotes(right.text);
}

std::optional<bool> is_in(const Value& item, const Value& container) {
    if (container.kind != Value::Kind::container || !item.is_known()) return std::nullopt;
    bool is_sure = true;
    for (const std::string& repr : container.items) {
        const auto same = equal(item, value_of_repr(repr));
        if (same && *same) return true;
        is_sure = is_sure && same.has_value();
    }
    return is_sure ? std::optional(false) : std::nullopt;
}

class Reader {
  public:
    Reader(std::span<const Token> tokens, const ValueOf& value_of)
        : m_tokens(tokens), m_value_of(value_of) {}

    std::optional<bool> condition() {
        const Value value = any_of();
        return m_is_lost || m_at != m_tokens.size() ? std::nullopt : truth_of(value);
    }

  private:
    bool takes(std::string_view word) {
        if (m_at >= m_tokens.size() || m_tokens[m_at].text != word ||
            m_tokens[m_at].kind == Token::Kind::text)
            return false;
        ++m_at;
        return true;
    }

    Value any_of() {
        Value left = all_of();
        while (takes("or")) {
            const Value right = all_of();
            const auto truth = truth_of(left);
            left = !truth ? Value{} : *truth ? left : right;
        }
        return left;
    }

    Value all_of() {
        Value left = negated();
        while (takes("and")) {
            const Value right = negated();
            const auto truth = truth_of(left);
            left = !truth ? Value{} : *truth ? right : left;
        }
        return left;
    }

    Value negated() {
        bool is_negated = false;
        bool has_not = false;
        while (takes("not")) {
            is_negated = !is_negated;
            has_not = true;
        }
        const Value value = comparison();
        if (!has_not) return value;
        const auto truth = truth_of(value);
        return as_value(is_negated ? negation(truth) : truth);
    }

    Value comparison() {
        Value left = sum();
        bool has_compared = false, is_known = true, is_true = true;
        while (const auto result = compared(left)) {
            has_compared = true;
            is_known = is_known && result->has_value();
            is_true = is_true && result->value_or(false);
        }
        if (!has_compared) return left;
        return is_known ? number_of(is_true ? 1 : 0) : Value{};
    }

    // Nothing: no comparison follows. `left` becomes the right side.
    std::optional<std::optional<bool>> compared(Value& left) {
        const Value before = left;
        const auto with = [&](auto compare) -> std::optional<std::optional<bool>> {
            left = sum();
            if (before.kind != Value::Kind::number || left.kind != Value::Kind::number)
                return std::optional<std::optional<bool>>(std::in_place, std::nullopt);
            return std::optional<bool>(compare(before.number, left.number));
        };
        if (takes("==")) {
            left = sum();
            return equal(before, left);
        }
        if (takes("!=")) {
            left = sum();
            return negation(equal(before, left));
        }
        if (takes("<=")) return with([](auto a, auto b) { return a <= b; });
        if (takes(">=")) return with([](auto a, auto b) { return a >= b; });
        if (takes("<")) return with([](auto a, auto b) { return a < b; });
        if (takes(">")) return with([](auto a, auto b) { return a > b; });
        if (takes("in")) {
            left = sum();
            return is_in(before, left);
        }
        if (takes("is")) {
            const bool is_negated = takes("not");
            left = sum();
            const auto same = equal(before, left);
            return is_negated ? negation(same) : same;
        }
        if (m_at + 1 < m_tokens.size() && m_tokens[m_at].is_word("not") &&
            m_tokens[m_at + 1].is_word("in")) {
            m_at += 2;
            left = sum();
            return negation(is_in(before, left));
        }
        return std::nullopt;
    }

    Value sum() {
        Value left = atom();
        while (m_at < m_tokens.size() && (m_tokens[m_at].is("+") || m_tokens[m_at].is("-"))) {
            const bool is_plus = m_tokens[m_at++].is("+");
            const Value right = atom();
            constexpr std::int64_t limit = std::numeric_limits<std::int32_t>::max();
            const bool is_small = left.kind == Value::Kind::number &&
                                  right.kind == Value::Kind::number &&
                                  std::abs(left.number) < limit && std::abs(right.number) < limit;
            left = is_small ? number_of(is_plus ? left.number + right.number
                                                : left.number - right.number)
                            : Value{};
        }
        return left;
    }

    Value lost() {
        m_is_lost = true;
        m_at = m_tokens.size();
        return {};
    }

    Value atom() {
        if (m_at >= m_tokens.size() || ++m_depth > deepest) return lost();
        const Value value = bare_atom();
        --m_depth;
        return value;
    }

    Value bare_atom() {
        const Token& token = m_tokens[m_at];
        if (takes("(")) {
            const Value value = any_of();
            return takes(")") ? value : lost();
        }
        if (takes("-")) {
            const Value value = atom();
            return value.kind == Value::Kind::number ? number_of(-value.number) : Value{};
        }
        if (token.is_word("len") && m_at + 1 < m_tokens.size() && m_tokens[m_at + 1].is("("))
            return length();
        ++m_at;
        if (token.kind == Token::Kind::number || token.kind == Token::Kind::text)
            return value_of_repr(token.text);
        if (token.kind != Token::Kind::name) return lost();
        if (m_at < m_tokens.size() && (m_tokens[m_at].is("(") || m_tokens[m_at].is("[")))
            return lost();
        if (token.text == "None" || token.text == "True" || token.text == "False")
            return value_of_repr(token.text);
        const auto repr = m_value_of(token.text);
        return repr ? value_of_repr(*repr) : Value{};
    }

    Value length() {
        m_at += 2;
        const Value value = any_of();
        if (!takes(")")) return lost();
        if (value.kind == Value::Kind::container)
            return number_of(static_cast<std::int64_t>(value.items.size()));
        return {};
    }

    std::span<const Token> m_tokens;
    const ValueOf& m_value_of;
    static constexpr int deepest = 40;  // brackets in brackets

    std::size_t m_at = 0;
    int m_depth = 0;
    bool m_is_lost = false;
};

}  // namespace

std::optional<bool> holds(std::span<const Token> condition, const ValueOf& value_of) {
    return Reader(condition, value_of).condition();
}

}  // namespace turnwise::analysis
