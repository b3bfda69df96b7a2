// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio.h"
#include "core/api/error.h"

#include <QApplication>

#include <cstdio>

namespace
{
#ifdef Q_OS_LINUX
constexpr bool kScreenIsByEnvironment = true;
#else
constexpr bool kScreenIsByEnvironment = false;
#endif
} // namespace

int main(int argc, char** argv)
{
    using namespace realuid;
    try {
        QStringList arguments;
        for (int i = 1; i < argc; ++i)
            arguments += QString::fromLocal8Bit(argv[i]);
        const studio::StudioOptions options = studio::parseStudioOptions(arguments);
        if (const QString text = studio::printedBy(options); !text.isEmpty()) {
            std::fputs(text.toLocal8Bit().constData(), stdout);
            return 0;
        }
        // Figures and pictures of the window need no screen.
        const bool seen = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
        if (kScreenIsByEnvironment && !seen && (options.figure || !options.screenshot.isEmpty()))
            qputenv("QT_QPA_PLATFORM", "offscreen");
        QApplication app(argc, argv);
        QApplication::setApplicationName(QStringLiteral("realuid-studio"));
        QApplication::setOrganizationName(QStringLiteral("realuid"));
        QApplication::setApplicationVersion(QStringLiteral(REALUID_VERSION));
        QApplication::setDesktopFileName(QStringLiteral("realuid-studio"));
        return studio::runStudio(app, options);
    } catch (const Error& error) {
        std::fprintf(stderr, "realuid-studio: %s\n", error.what());
        return static_cast<int>(error.kind());
    } catch (const std::exception& error) {
        std::fprintf(stderr, "realuid-studio: %s\n", error.what());
        return static_cast<int>(ErrorKind::Other);
    }
}
