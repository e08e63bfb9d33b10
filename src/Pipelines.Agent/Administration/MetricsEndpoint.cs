using System.Globalization;
using Pipelines.Agent.Measurement;

namespace Pipelines.Agent.Administration;

/// <summary>Everything measured, for Prometheus.</summary>
internal sealed class MetricsEndpoint(Services services)
{
    private const string Requests = "pipelines_proxy_requests_total";
    private const string Aborted = "pipelines_proxy_aborted_total";
    private const string Duration = "pipelines_proxy_request_duration_seconds";
    private const string InFlight = "pipelines_proxy_in_flight";
    private const string Restarts = "pipelines_instance_restarts_total";
    private const string Weight = "pipelines_weight_percent";

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/metrics", context =>
    {
        context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        return context.Response.WriteAsync(Text(), context.RequestAborted);
    });

    public string Text()
    {
        var measured = (from service in services.All
                        from release in service.Copies.Ids
                        select (Service: service, Release: release, Counters: service.Counters(release))).ToList();
        var text = new PrometheusText();

        text.Family(Requests, "counter", "Requests answered, by status class; release 'none' is what found nothing ready.");
        foreach (var (service, release, counters) in measured)
        {
            Classes(text, service.Name, release, counters);
        }

        foreach (var service in services.All)
        {
            Classes(text, service.Name, "none", service.Unrouted);
        }

        text.Family(Aborted, "counter", "Requests whose client left before the answer was complete.");
        measured.ForEach(one => text.Sample(Aborted, one.Counters.Aborted, ("service", one.Service.Name), ("release", one.Release)));

        text.Family(Duration, "histogram", "Time from a request's head to the end of its answer.");
        measured.ForEach(one => text.Buckets(Duration, one.Counters.Latency, one.Service.Name, one.Release));

        text.Family(InFlight, "gauge", "Requests that are being answered.");
        measured.ForEach(one => text.Sample(InFlight, one.Counters.InFlight, ("service", one.Service.Name), ("release", one.Release)));

        text.Family(Restarts, "counter", "Starts of instances after they ended by themselves.");
        measured.ForEach(one => text.Sample(
            Restarts, one.Service.Fleet.Of(one.Release).Sum(instance => instance.View.Restarts), ("service", one.Service.Name), ("release", one.Release)));

        text.Family(Weight, "gauge", "Share of the requests, 0 to 100.");
        measured.ForEach(one => text.Sample(
            Weight, (double)one.Service.State.Weights.GetValueOrDefault(one.Release), ("service", one.Service.Name), ("release", one.Release)));
        return text.ToString();
    }

    private static void Classes(PrometheusText text, string service, string release, ReleaseCounters counters)
    {
        for (var statusClass = 2; statusClass <= 5; statusClass++)
        {
            text.Sample(
                Requests,
                counters.Requests(statusClass),
                ("service", service),
                ("release", release),
                ("code_class", string.Create(CultureInfo.InvariantCulture, $"{statusClass}xx")));
        }
    }
}
