// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/surface_raster.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace realuid::widgets
{
namespace
{

constexpr float kFar = std::numeric_limits<float>::infinity();
constexpr double kHair = 0.012;     ///< of depth: lines on the surface are not hidden by the triangles that carry them
constexpr double kWallSlope = 20;   ///< as good as upright
constexpr double kLeastPiece = 1;   ///< units, between two corners of a line
constexpr double kSamplePixels = 2; ///< between two looks at the depth along a line

double slope(double before, double after, double cells, double step)
{
    const double rise = after - before;
    return std::isfinite(rise) ? rise / (cells * step) : 0;
}

} // namespace

BoxPoint SurfaceMesh::point(int column, int row) const
{
    const int i = std::clamp(column, 0, columns - 1), j = std::clamp(row, 0, rows - 1);
    return {static_cast<double>(i) / (columns - 1), static_cast<double>(j) / (rows - 1), i == column && j == row ? heights[index(i, j)] : 0.0};
}

double SurfaceMesh::shade(int column, int row, const SurfaceProjection& projection) const
{
    const int i = std::clamp(column, 0, columns - 1), j = std::clamp(row, 0, rows - 1);
    if (i == column && j == row)
        return projection.shade(slopesX[index(i, j)], slopesY[index(i, j)]);
    return projection.shade(kWallSlope * (i - column), kWallSlope * (j - row));
}

double SurfaceMesh::heightAt(double x, double y) const
{
    if (isEmpty() || !(x >= 0 && x <= 1 && y >= 0 && y <= 1))
        return std::numeric_limits<double>::quiet_NaN();
    const double across = x * (columns - 1), up = y * (rows - 1);
    const int i = std::min(static_cast<int>(across), columns - 2), j = std::min(static_cast<int>(up), rows - 2);
    const double u = across - i, v = up - j;
    return (1 - v) * ((1 - u) * heights[index(i, j)] + u * heights[index(i + 1, j)])
           + v * ((1 - u) * heights[index(i, j + 1)] + u * heights[index(i + 1, j + 1)]);
}

SurfaceMesh surfaceMesh(const Grid& grid, const ColorScale& scale)
{
    SurfaceMesh mesh{grid.columns, grid.rows, {}, {}, {}};
    mesh.heights.reserve(grid.values.size());
    for (const double value : grid.values) {
        // Below the least value of a logarithmic scale there is still a surface: its floor.
        const bool floor = scale.logarithmic && value <= 0;
        mesh.heights.push_back(floor ? 0.0f : static_cast<float>(scale.position(value)));
    }
    if (mesh.isEmpty())
        return mesh;
    mesh.slopesX.resize(mesh.heights.size());
    mesh.slopesY.resize(mesh.heights.size());
    for (int row = 0; row < mesh.rows; ++row)
        for (int column = 0; column < mesh.columns; ++column) {
            const int left = std::max(column - 1, 0), right = std::min(column + 1, mesh.columns - 1);
            const int low = std::max(row - 1, 0), high = std::min(row + 1, mesh.rows - 1);
            const auto at = [&](int i, int j) { return static_cast<double>(mesh.heights[mesh.index(i, j)]); };
            mesh.slopesX[mesh.index(column, row)] =
                static_cast<float>(slope(at(left, row), at(right, row), right - left, 1.0 / (mesh.columns - 1)));
            mesh.slopesY[mesh.index(column, row)] =
                static_cast<float>(slope(at(column, low), at(column, high), high - low, 1.0 / (mesh.rows - 1)));
        }
    return mesh;
}

SurfaceMesh coarser(const SurfaceMesh& mesh, int cells)
{
    if (mesh.isEmpty())
        return mesh;
    const int columns = std::min(mesh.columns, cells + 1), rows = std::min(mesh.rows, cells + 1);
    SurfaceMesh out{columns, rows, {}, {}, {}};
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const std::size_t from = mesh.index(static_cast<int>(std::lround(static_cast<double>(column) * (mesh.columns - 1) / (columns - 1))),
                                                static_cast<int>(std::lround(static_cast<double>(row) * (mesh.rows - 1) / (rows - 1))));
            out.heights.push_back(mesh.heights[from]);
            out.slopesX.push_back(mesh.slopesX[from]);
            out.slopesY.push_back(mesh.slopesY[from]);
        }
    return out;
}

struct SurfaceRaster::Vertex {
    float x = 0, y = 0, depth = 0, place = 0, shade = 1;
};

SurfaceRaster::SurfaceRaster(const SurfaceMesh& mesh, const SurfaceProjection& projection, const ColorTable& colors, QSizeF size, double density)
    : m_image(std::max(1, static_cast<int>(std::lround(size.width() * density))), std::max(1, static_cast<int>(std::lround(size.height() * density))),
              QImage::Format_ARGB32_Premultiplied),
      m_density(density)
{
    m_image.fill(Qt::transparent);
    m_depth.assign(static_cast<std::size_t>(m_image.width()) * static_cast<std::size_t>(m_image.height()), kFar);
    if (mesh.isEmpty())
        return;
    const std::size_t across = static_cast<std::size_t>(mesh.columns) + 2;
    std::vector<Vertex> vertices;
    vertices.reserve(across * (static_cast<std::size_t>(mesh.rows) + 2));
    for (int row = -1; row <= mesh.rows; ++row)
        for (int column = -1; column <= mesh.columns; ++column) {
            const BoxPoint point = mesh.point(column, row);
            const Projected p = projection.map(point);
            vertices.push_back({static_cast<float>(p.at.x() * density), static_cast<float>(p.at.y() * density), static_cast<float>(p.depth),
                                static_cast<float>(point.z), static_cast<float>(mesh.shade(column, row, projection))});
        }
    for (const Vertex* line = vertices.data(); line + across < vertices.data() + vertices.size(); line += across)
        for (std::size_t i = 0; i + 1 < across; ++i) {
            triangle(line[i], line[i + 1], line[across + i + 1], colors);
            triangle(line[i], line[across + i + 1], line[across + i], colors);
        }
}

void SurfaceRaster::triangle(const Vertex& a, const Vertex& b, const Vertex& c, const ColorTable& colors)
{
    const float area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    if (!(area < 0)) // seen from within the body, or with a corner that is no number
        return;
    const int left = std::max(0, static_cast<int>(std::ceil(std::min({a.x, b.x, c.x}) - 0.5f)));
    const int right = std::min(m_image.width() - 1, static_cast<int>(std::floor(std::max({a.x, b.x, c.x}) - 0.5f)));
    const int top = std::max(0, static_cast<int>(std::ceil(std::min({a.y, b.y, c.y}) - 0.5f)));
    const int bottom = std::min(m_image.height() - 1, static_cast<int>(std::floor(std::max({a.y, b.y, c.y}) - 0.5f)));
    // Barycentric coordinates of b and c, affine in the pixel; a little slack, so that neighbours leave no crack.
    const float stepB = (c.y - a.y) / area, stepC = (a.y - b.y) / area;
    const float downB = (c.x - a.x) / area, downC = (b.x - a.x) / area;
    const float dx = static_cast<float>(left) + 0.5f - a.x;
    constexpr float slack = -1e-4f;
    for (int y = top; y <= bottom; ++y) {
        const float dy = static_cast<float>(y) + 0.5f - a.y;
        float atB = dx * stepB - dy * downB, atC = dx * stepC + dy * downC;
        auto* line = reinterpret_cast<QRgb*>(m_image.scanLine(y));
        float* depths = m_depth.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(m_image.width());
        for (int x = left; x <= right; ++x, atB += stepB, atC += stepC) {
            if (atB < slack || atC < slack || atB + atC > 1 - slack)
                continue;
            const float depth = a.depth + atB * (b.depth - a.depth) + atC * (c.depth - a.depth);
            if (depth >= depths[x])
                continue;
            depths[x] = depth;
            const float place = a.place + atB * (b.place - a.place) + atC * (c.place - a.place);
            const float shade = a.shade + atB * (b.shade - a.shade) + atC * (c.shade - a.shade);
            const QRgb color = colors[static_cast<std::size_t>(std::clamp(static_cast<int>(place * 255 + 0.5f), 0, 255))];
            const auto part = static_cast<unsigned>(shade * 256); // red and blue at once, then green
            line[x] = 0xff000000u | ((((color & 0xff00ffu) * part) >> 8) & 0xff00ffu) | ((((color & 0xff00u) * part) >> 8) & 0xff00u);
        }
    }
}

double SurfaceRaster::depthAt(QPointF at) const
{
    const auto x = static_cast<int>(std::floor(at.x() * m_density)), y = static_cast<int>(std::floor(at.y() * m_density));
    if (x < 0 || y < 0 || x >= m_image.width() || y >= m_image.height())
        return kFar;
    return m_depth[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_image.width()) + static_cast<std::size_t>(x)];
}

bool SurfaceRaster::shows(const Projected& point) const
{
    const double pixel = 1 / m_density;
    for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx)
            if (point.depth <= depthAt(point.at + QPointF(dx * pixel, dy * pixel)) + kHair)
                return true;
    return false;
}

std::vector<QPolygonF> SurfaceRaster::visible(const std::vector<BoxPoint>& line, const SurfaceProjection& projection) const
{
    std::vector<QPolygonF> out;
    QPolygonF piece;
    const auto finish = [&] {
        if (piece.size() > 1)
            out.push_back(piece);
        piece.clear();
    };
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const Projected from = projection.map(line[i]), to = projection.map(line[i + 1]);
        if (!std::isfinite(from.depth) || !std::isfinite(to.depth)) {
            finish();
            continue;
        }
        const QPointF way = to.at - from.at;
        const int parts = std::clamp(static_cast<int>(std::hypot(way.x(), way.y()) * std::min(1.0, m_density) / kSamplePixels), 1, 2000);
        for (int k = i == 0 ? 0 : 1; k <= parts; ++k) {
            const double w = static_cast<double>(k) / parts;
            const Projected at{from.at + w * way, from.depth + w * (to.depth - from.depth)};
            if (!shows(at))
                finish();
            else if (piece.isEmpty() || (k == parts && (i + 2 == line.size() || (at.at - piece.last()).manhattanLength() >= kLeastPiece)))
                piece << at.at;
            else if (const Projected next{at.at + way / parts, at.depth + (to.depth - from.depth) / parts}; !shows(next))
                piece << at.at;
        }
    }
    finish();
    return out;
}

} // namespace realuid::widgets
