// Standard output as a stream of lines of JSON. What the program writes there past sys.stdout goes
// to standard error.
#pragma once

#include <nlohmann/json.hpp>

namespace turnwise::engine {

using Json = nlohmann::ordered_json;

class JsonLines {
  public:
    // Throws std::runtime_error if standard output is closed.
    JsonLines();
    JsonLines(const JsonLines&) = delete;
    JsonLines& operator=(const JsonLines&) = delete;
    ~JsonLines();

    // Ends the process if nobody reads any more.
    void write(const Json& object);

  private:
    int m_descriptor;
};

}  // namespace turnwise::engine
