// A job that writes one file of text, piece by piece.
#pragma once

#include <QSaveFile>

#include "ui/export/job.h"

namespace turnwise::ui {

class TextJob : public Job {
  public:
    explicit TextJob(const QString& path) : m_file(path) {}
    ~TextJob() override { m_file.cancelWriting(); }

    bool advance() final;

  protected:
    // The next piece of text; `last` is set to true with the last one.
    virtual QByteArray nextPiece(bool& last) = 0;

  private:
    QSaveFile m_file;
};

}  // namespace turnwise::ui
