// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/gif_writer.h"

#include "app/export/palette.h"
#include "core/api/error.h"
#include "core/io/atomic_file.h"

#include <gif_lib.h>

#include <memory>

namespace realuid::studio
{
namespace
{
constexpr int kColours = 256;
constexpr int kBitsAChannel = 8;

[[noreturn]] void fail(const char* what)
{
    throw Error(ErrorKind::Other, {REALUID_TEXT("the animation could not be written: %1"), {what ? what : "?"}});
}

struct CloseGif {
    void operator()(GifFileType* gif) const
    {
        int error = 0;
        EGifCloseFile(gif, &error);
    }
};
using Gif = std::unique_ptr<GifFileType, CloseGif>;

void check(int result, const Gif& gif)
{
    if (result == GIF_ERROR)
        fail(GifErrorString(gif->Error));
}

int appendTo(GifFileType* gif, const GifByteType* bytes, int count)
{
    auto& out = *static_cast<std::ostream*>(gif->UserData);
    out.write(reinterpret_cast<const char*>(bytes), count);
    return out ? count : 0;
}

void loopForever(const Gif& gif)
{
    const unsigned char again[3] = {1, 0, 0};
    check(EGifPutExtensionLeader(gif.get(), APPLICATION_EXT_FUNC_CODE), gif);
    check(EGifPutExtensionBlock(gif.get(), 11, "NETSCAPE2.0"), gif);
    check(EGifPutExtensionBlock(gif.get(), 3, again), gif);
    check(EGifPutExtensionTrailer(gif.get()), gif);
}

void putFrame(const Gif& gif, const QImage& picture, int delayMs)
{
    QImage image = paletted(picture);
    const std::unique_ptr<ColorMapObject, void (*)(ColorMapObject*)> palette(GifMakeMapObject(kColours, nullptr),
                                                                             GifFreeMapObject);
    if (!palette)
        fail("no memory");
    for (int i = 0; i < image.colorCount(); ++i)
        palette->Colors[i] = {static_cast<GifByteType>(qRed(image.color(i))), static_cast<GifByteType>(qGreen(image.color(i))),
                              static_cast<GifByteType>(qBlue(image.color(i)))};
    const GraphicsControlBlock control{DISPOSE_DO_NOT, false, delayMs / 10, NO_TRANSPARENT_COLOR};
    GifByteType block[4];
    EGifGCBToExtension(&control, block);
    check(EGifPutExtension(gif.get(), GRAPHICS_EXT_FUNC_CODE, sizeof block, block), gif);
    check(EGifPutImageDesc(gif.get(), 0, 0, image.width(), image.height(), false, palette.get()), gif);
    for (int y = 0; y < image.height(); ++y)
        check(EGifPutLine(gif.get(), image.scanLine(y), image.width()), gif);
}

} // namespace

bool hasGif() { return true; }

void writeGif(const std::filesystem::path& path, bool overwrite, int count, int delayMs, const QString& comment,
              const std::function<QImage(int)>& frame)
{
    writeAtomically(path, overwrite, [&](std::ostream& out) {
        int error = 0;
        const Gif gif(EGifOpen(&out, appendTo, &error));
        if (!gif)
            fail(GifErrorString(error));
        QSize size;
        for (int i = 0; i < count; ++i) {
            const QImage image = frame(i);
            if (i == 0) {
                size = image.size();
                EGifSetGifVersion(gif.get(), true);
                check(EGifPutScreenDesc(gif.get(), size.width(), size.height(), kBitsAChannel, 0, nullptr), gif);
                loopForever(gif);
                if (!comment.isEmpty())
                    check(EGifPutComment(gif.get(), comment.toUtf8().constData()), gif);
            }
            if (image.size() != size)
                fail("pictures of different sizes");
            putFrame(gif, image, delayMs);
        }
    });
}

} // namespace realuid::studio
