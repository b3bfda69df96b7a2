// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <filesystem>

namespace realuid::engine
{

/// Where samples go: a grid (.png), an array (.npy: float32 [n, 3, side, side] in [-1, 1]), an animation (.gif, a picture each) or a folder of PNG
/// files 000000.png, 000001.png, ...
class SampleOutput
{
public:
    /// Error (Usage) where something is there already that `overwrite` does not allow to replace.
    SampleOutput(std::filesystem::path out, bool overwrite);

    /// Pictures that belong on rows of a grid.
    struct Rows {
        at::Tensor images; ///< row after row; undefined: the samples as they come
        int columns = 0;   ///< 0: a grid about as wide as it is high
    };
    /// All samples [n, 3, side, side]; `label` names them in pictures, `rows` is how they are laid out in a grid.
    void write(const at::Tensor& images, const std::string& label, const Rows& rows) const;

private:
    std::filesystem::path m_out;
    bool m_overwrite;
};

} // namespace realuid::engine
