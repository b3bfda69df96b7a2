// SPDX-License-Identifier: GPL-3.0-or-later
// The only file that includes LibTorch's TorchScript headers: they take twenty seconds to compile.
#include "core/engine/feature_network.h"

#include "core/api/error.h"
#include "core/engine/checksum.h"
#include "core/io/atomic_file.h"

#include <torch/csrc/jit/serialization/import.h>

#include <set>
#include <sstream>

namespace realuid::engine
{
namespace
{
constexpr std::uintmax_t kLargestFile = std::uintmax_t{2} << 30;
constexpr const char *kSwitch = "return_features", *kWithoutBias = "no_output_bias";
/// inception-2015-12-05.pt, as NVIDIA publishes it.
constexpr const char* kInception = "sha256:f58cb9b6ec323ed63459aa4fb441fe750cfe39fafad6da5cb504a16f19e958f4";

class ScriptFeatures final : public FeatureNetwork
{
public:
    ScriptFeatures(const std::string& file, at::Device device, Observer& observer) : m_file(file), m_device(device)
    {
        const std::string content = readFile(file, kLargestFile);
        m_checksum = engine::checksum(content.data(), content.size());
        if (m_checksum != kInception)
            observer.noted({REALUID_TEXT("%1 is TorchScript, that is, a program, and not the field's Inception network of 2015-12-05: it runs with your rights"), {file}});
        try {
            std::istringstream stream(content);
            m_module = torch::jit::load(stream, device);
            m_module.eval();
        } catch (const std::exception&) {
            throw Error(ErrorKind::File, {REALUID_TEXT("is no TorchScript program that this LibTorch can load")}, file,
                        {REALUID_TEXT("name a file that torch.jit.save wrote, such as the field's Inception network, or builtin")});
        }
        for (const auto& argument : m_module.get_method("forward").function().getSchema().arguments())
            m_arguments.insert(argument.name());
    }

    Tensor features(const Tensor& bytes) override { return call(bytes, kSwitch); }
    bool hasLogits() const override { return m_arguments.contains(kSwitch); }
    Tensor logits(const Tensor& bytes) override { return call(bytes, kWithoutBias); }
    std::string name() const override { return std::filesystem::path(m_file).filename().string(); }
    std::string checksum() const override { return m_checksum; }

private:
    /// With that argument true, where the program has it.
    Tensor call(const Tensor& bytes, const char* argument)
    {
        const NoGrad guard;
        std::unordered_map<std::string, c10::IValue> named;
        if (m_arguments.contains(argument))
            named[argument] = true;
        const c10::IValue answer = m_module.forward({bytes.to(m_device)}, named);
        if (!answer.isTensor() || answer.toTensor().dim() != 2 || answer.toTensor().size(0) != bytes.size(0))
            throw Error(ErrorKind::File, {REALUID_TEXT("does not turn images [n, 3, h, w] into features [n, f]")}, m_file,
                        {REALUID_TEXT("name a feature network, or builtin")});
        return answer.toTensor().to(at::kCPU, at::kFloat);
    }

    std::string m_file, m_checksum;
    at::Device m_device;
    torch::jit::Module m_module;
    std::set<std::string> m_arguments; ///< of its forward
};

} // namespace

std::unique_ptr<FeatureNetwork> scriptFeatures(const std::string& file, at::Device device, Observer& observer)
{
    return std::make_unique<ScriptFeatures>(file, device, observer);
}

} // namespace realuid::engine
