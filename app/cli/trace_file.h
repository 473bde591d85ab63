// The file of --trace: the old one stays until the new one is whole.
#pragma once

#include <QByteArray>
#include <QFileDevice>
#include <memory>
#include <string>

namespace turnwise::cli {

class TraceFile {
  public:
    explicit TraceFile(const std::string& path);  // "" for none: then all of this does nothing
    ~TraceFile();                                 // without keep(): what was there before stays

    bool open();
    void write(const QByteArray& bytes);
    void beginAnew();
    bool keep();                 // once; false if not everything could be written
    std::string whyNot() const;  // a sentence, after open() or keep() has failed

  private:
    const std::string m_path;
    std::unique_ptr<QFileDevice> m_file;
    bool m_isWhole = true;
};

}  // namespace turnwise::cli
