#include "ui/session/program_text.h"

#include <QCoreApplication>
#include <QStringDecoder>
#include <QStringEncoder>

#include "core/base/source_encoding.h"
#include "ui/explain/named.h"

namespace turnwise::ui {

namespace {

struct ProgramTexts {
    Q_DECLARE_TR_FUNCTIONS(turnwise::ui::ProgramTexts)
};

bool isUtf16(const QByteArray& bytes) {
    return bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff");
}

std::string encodingOf(const QByteArray& bytes) {
    return source_encoding({bytes.data(), static_cast<std::size_t>(bytes.size())});
}

QString unknownEncoding(const std::string& encoding) {
    return ProgramTexts::tr(
               "the encoding %1, which its first lines name, is not known here. Save it as "
               "UTF-8, and take that line out.")
        .arg(QString::fromStdString(encoding));
}

}  // namespace

ProgramText decodedProgram(const QByteArray& bytes, const QString& name) {
    if (isUtf16(bytes))
        return {
            {},
            ProgramTexts::tr("%1 is a text in UTF-16. Save it as UTF-8 in another editor first.")
                .arg(name)};
    if (bytes.contains('\0'))
        return {
            {},
            ProgramTexts::tr("%1 holds bytes that are not a text, so it is not a Python program.")
                .arg(name)};
    const std::string encoding = encodingOf(bytes);
    QStringDecoder decoder(encoding.empty() ? "UTF-8" : encoding.c_str());
    if (!decoder.isValid())
        return {{}, QStringLiteral("%1: %2").arg(name, unknownEncoding(encoding))};
    const QString text = decoder(bytes);
    if (!decoder.hasError()) return {text, {}};
    if (!encoding.empty())
        return {{},
                named(ProgramTexts::tr(
                          "{name} is not a text in {encoding}, though its first lines say so."),
                      {{"name", name}, {"encoding", QString::fromStdString(encoding)}})};
    return {{},
            ProgramTexts::tr(
                "%1 is not a text in UTF-8. Save it as UTF-8 in another editor, or name its "
                "encoding in the first line: # coding: gbk")
                .arg(name)};
}

ProgramBytes encodedProgram(const QString& text) {
    const std::string encoding = encodingOf(text.left(1'000).toUtf8());
    if (encoding.empty()) return {text.toUtf8(), {}};
    QStringEncoder encoder(encoding.c_str());
    if (!encoder.isValid()) return {{}, unknownEncoding(encoding)};
    const QByteArray bytes = encoder(text);
    if (!encoder.hasError()) return {bytes, {}};
    return {
        {},
        ProgramTexts::tr("it has characters that do not exist in %1, the encoding that its first "
                         "lines name. Change that line to: # coding: utf-8")
            .arg(QString::fromStdString(encoding))};
}

}  // namespace turnwise::ui
