// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/engine_verbs.h"
#include "app/cli/sampler_options.h"
#include "app/cli/stop_signals.h"
#include "core/io/atomic_file.h"
#include "core/io/engine_loader.h"

#include <memory>
#include <optional>

namespace realuid::cli
{
namespace
{

Json toJson(const EvaluationProtocol& p)
{
    Json out;
    EvaluationProtocol::each(p, [&](const char* name, const auto& value) { out[name] = value; });
    return out;
}

Json toJson(const EvaluationRecord& record)
{
    Json out;
    for (const Repeated& measure : record.measures)
        out[measure.name] = {{"mean", measure.mean()}, {"sd", measure.sd()}, {"values", measure.values}};
    out["protocol"] = toJson(record.protocol);
    out["protocol"]["seeds"] = record.seeds;
    out["protocol"]["ema"] = record.state;
    out["protocol"]["solver"] = record.solver;
    out["protocol"]["network_evaluations"] = record.steps;
    out["proxy"] = record.proxy;
    out["seconds"] = record.seconds;
    return out;
}

struct Record {
    std::string file;
    Json json;
    EvaluationProtocol protocol;
};

Record recordIn(const std::string& file)
{
    Record record{file, readJson(file), {}};
    if (!record.json.is_object() || !record.json.contains("protocol") || !record.json["protocol"].is_object())
        throw Error(ErrorKind::File, {REALUID_TEXT("is no record of an evaluation")}, file, {REALUID_TEXT("name what evaluate --json printed")});
    std::vector<Fault> faults;
    EvaluationProtocol::each(record.protocol, [&](const char* name, auto& member) {
        const std::string path = std::string("protocol.") + name;
        Value value;
        if (!record.json["protocol"].contains(name))
            faults.push_back({path, {}, {REALUID_TEXT("must be given")}});
        else if (fromJson(record.json["protocol"][name], path, Value(member), value, faults))
            member = std::get<std::remove_reference_t<decltype(member)>>(value);
    });
    if (!faults.empty())
        throw Error::listing(ErrorKind::File, std::move(faults), file);
    return record;
}

/// What each measure became from one record to the other.
Json difference(const Json& now, const Json& before)
{
    Json out = Json::object();
    for (const auto& [name, measure] : now.items())
        if (measure.is_object() && measure.contains("mean") && measure["mean"].is_number() && before.contains(name) && before[name].is_object() &&
            before[name].contains("mean") && before[name]["mean"].is_number())
            out[name] = measure["mean"].get<double>() - before[name]["mean"].get<double>();
    return out;
}

struct EvaluateOptions {
    EvaluationRequest request;
    std::string against, out;
    std::vector<std::string> compared;

    explicit EvaluateOptions(CLI::App& verb)
    {
        EvaluationRequest& r = request;
        addSamplerOptions(verb, r);
        verb.add_option("--images", r.images, "In place of a checkpoint: images, as --data names them; a folder of PNG or JPEG files above all.");
        verb.add_option("--data", r.data, "The real images: CIFAR-10 as a folder, .tar.gz or .bin, a folder of images, or shapes.");
        verb.add_option("--features", r.features,
                        "builtin (a proxy for quick tracking, no FID of the field), or a TorchScript file, which is code and is trusted.");
        verb.add_option("--metrics", r.metrics, "Of fid, kid, is, pr. Default fid.")->delimiter(',');
        verb.add_option("--n", r.n, "Samples a repeat. Default 50000.");
        verb.add_option("--repeats", r.repeats, "Repeats, the first with --seed, each with the next. Default 3.");
        verb.add_option("--class", r.label, "A class number, or all; default all classes evenly.");
        verb.add_option("--cache", r.cache, "Where statistics of real images are kept, or none. Default the user's cache folder.");
        verb.add_option("--against", against, "An earlier record (JSON): differences are told; refused where the protocol is another.");
        verb.add_option("--compare", compared, "Two records (JSON) in place of an evaluation: what the second has more; refused where the protocols differ.")
            ->expected(2);
        verb.add_option("--out", out, "Also write the record to this file.");
    }
};

Json compare(const std::string& first, const std::string& second)
{
    const Record before = recordIn(first), now = recordIn(second);
    if (std::vector<Fault> faults = differences(now.protocol, before.protocol); !faults.empty())
        throw Error::listing(ErrorKind::Usage, std::move(faults), first);
    return {{"first", first}, {"second", second}, {"difference", difference(now.json, before.json)}, {"protocol", now.json["protocol"]}};
}

void evaluate(const EvaluateOptions& o, const Context& context)
{
    if (!o.compared.empty()) {
        printResult(context, compare(o.compared[0], o.compared[1]));
        return;
    }
    if (!o.out.empty())
        requireWritable(o.out, context.overwrite);
    EvaluationRequest request = o.request;
    std::optional<Record> before;
    if (!o.against.empty())
        request.like = before.emplace(recordIn(o.against)).protocol;
    const StopSignals signals;
    ConsoleProgress console(context.quiet);
    Json record = toJson(requireEngine().evaluate(request, console, &StopSignals::asked));
    console.finished({});
    if (before)
        record["difference"] = difference(record, before->json);
    if (!o.out.empty())
        writeAtomically(o.out, context.overwrite, record.dump(2) + "\n");
    printResult(context, record);
}

struct MetricsOptions {
    MetricsRequest request;

    explicit MetricsOptions(CLI::App& verb)
    {
        verb.add_option("--features-a", request.real, "Features of real images: .npy [n, f].");
        verb.add_option("--features-b", request.generated, "Features of generated images: .npy [m, f].");
        verb.add_option("--logits", request.logits, "Logits of generated images, for the Inception score: .npy [n, classes].");
        verb.add_option("--threads", request.threads, "Processor threads; 0 takes all.");
    }
};

void metrics(const MetricsOptions& o, const Context& context)
{
    const MetricsResult got = requireEngine().compareFeatures(o.request);
    Json out = Json::object();
    if (got.fid)
        out = {{"fid", *got.fid}, {"kid", *got.kid}, {"precision", *got.precision}, {"recall", *got.recall}};
    if (got.score)
        out["inception_score"] = {{"splits_1", *got.score}, {"splits_10_mean", *got.scoreMean}, {"splits_10_sd", *got.scoreDeviation}};
    printResult(context, out);
}

struct ConvertOptions {
    std::string in, out, keep;

    explicit ConvertOptions(CLI::App& verb)
    {
        verb.add_option("in", in, "A checkpoint F[:STATE], .pt or .safetensors.")->required();
        verb.add_option("out", out, "The file to write: .pt or .safetensors.")->required();
        verb.add_option("--keep", keep, "The state whose weights to take: gen, u, net_model, or an EMA's decay.");
    }
};

void convert(const ConvertOptions& o, const Context& context)
{
    ConsoleProgress console(context.quiet);
    const std::int64_t tensors = requireEngine().convert(o.in, o.out, o.keep, context.overwrite, console);
    printResult(context, {{"out", o.out}, {"tensors", tensors}});
}

} // namespace

void addEvaluate(CLI::App& program, Context& context)
{
    addVerbWith<EvaluateOptions>(program, context, "evaluate", "FID and its relatives of a checkpoint's samples or of images.", evaluate);
}

void addMetrics(CLI::App& program, Context& context)
{
    addVerbWith<MetricsOptions>(program, context, "metrics", "FID, KID, precision, recall and Inception score of features in files.", metrics);
}

void addConvert(CLI::App& program, Context& context)
{
    addVerbWith<ConvertOptions>(program, context, "convert", "One network's weights from .pt to .safetensors or back.", convert);
}

} // namespace realuid::cli
