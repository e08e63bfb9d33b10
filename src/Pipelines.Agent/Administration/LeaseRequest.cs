using Pipelines.Agent.State;

namespace Pipelines.Agent.Administration;

internal sealed record LeaseRequest(Holder Holder, double Seconds);
