// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/pixels.h"

#include "core/engine/random_file.h"

#include <array>
#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>
// After jpeglib.h.
#include <jerror.h>

namespace realuid::engine
{
namespace
{
/// libjpeg reports through functions that must not return; exceptions must not pass through it, so they jump.
struct Reporter {
    jpeg_error_mgr manager; // first: libjpeg knows no more of this struct
    std::jmp_buf back;
    std::array<char, JMSG_LENGTH_MAX> message;
};

void fail(j_common_ptr about)
{
    auto* reporter = reinterpret_cast<Reporter*>(about->err);
    about->err->format_message(about, reporter->message.data());
    std::longjmp(reporter->back, 1);
}

/// Cut-off pictures are only warned about (the rest is grey): for data they are damaged.
void warn(j_common_ptr about, int level)
{
    const int code = about->err->msg_code;
    if (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE))
        fail(about);
}

/// False where libjpeg gave up; the message stands in `reporter`. No object with a destructor lives here, as jumps pass it.
bool decode(jpeg_decompress_struct& jpeg, Reporter& reporter, std::string_view file, Pixels& out, bool& tooLarge, bool& forPrint)
{
    if (setjmp(reporter.back) != 0)
        return false;
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(file.data()), static_cast<unsigned long>(file.size()));
    jpeg_read_header(&jpeg, TRUE);
    out.width = static_cast<int>(jpeg.image_width);
    out.height = static_cast<int>(jpeg.image_height);
    tooLarge = std::int64_t{out.width} * out.height > kMostPixels;
    forPrint = jpeg.jpeg_color_space == JCS_CMYK || jpeg.jpeg_color_space == JCS_YCCK;
    if (tooLarge || forPrint)
        return false;
    jpeg.out_color_space = JCS_RGB;
    jpeg_start_decompress(&jpeg);
    out.rgb.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 3);
    while (jpeg.output_scanline < jpeg.output_height) {
        JSAMPROW row = &out.rgb[std::size_t{jpeg.output_scanline} * static_cast<std::size_t>(out.width) * 3];
        jpeg_read_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_decompress(&jpeg);
    return true;
}
} // namespace

Pixels decodeJpeg(std::string_view file, const std::string& where)
{
    Pixels out;
    Reporter reporter{};
    jpeg_decompress_struct jpeg{};
    jpeg.err = jpeg_std_error(&reporter.manager);
    reporter.manager.error_exit = fail;
    reporter.manager.emit_message = warn;
    bool tooLarge = false, forPrint = false;
    const bool good = decode(jpeg, reporter, file, out, tooLarge, forPrint);
    jpeg_destroy_decompress(&jpeg);
    if (tooLarge)
        throw damaged(where, {REALUID_TEXT("%1 x %2 pixels are too many"), {std::to_string(out.width), std::to_string(out.height)}});
    if (forPrint)
        throw Error(ErrorKind::File, {REALUID_TEXT("holds the four colours of print (CMYK)")}, where, {REALUID_TEXT("convert it to RGB")});
    if (!good)
        throw damaged(where, {REALUID_TEXT("the JPEG is damaged: %1"), {reporter.message.data()}});
    return out;
}

} // namespace realuid::engine
