// The writing of one export, in small pieces.
#pragma once

#include <QString>

namespace turnwise::ui {

class Job {
  public:
    Job() = default;
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;
    // A job that is destroyed before its end leaves nothing behind of a file that it had begun.
    virtual ~Job() = default;

    // Does some milliseconds' work. False when there is nothing left to do: see error().
    virtual bool advance() = 0;
    // From 0 to 1.
    virtual double progress() const = 0;
    // A sentence for a person; "" if all went well so far.
    const QString& error() const { return m_error; }

  protected:
    // For advance(): ends it with an error.
    bool fail(const QString& sentence) {
        m_error = sentence;
        return false;
    }

  private:
    QString m_error;
};

}  // namespace turnwise::ui
