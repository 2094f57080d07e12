"""Turns a SearchRequest into an Elasticsearch query and the result into a SearchResponse."""

from dataclasses import replace
from typing import Any
from zlib import crc32

from elasticsearch import Elasticsearch
from elasticsearch.dsl import FacetedSearch, Search, TermsFacet
from elasticsearch.dsl.faceted_search import FacetedResponse
from elasticsearch.dsl.query import Bool, ConstantScore, DisMax, FunctionScore, MatchAll, Query, Term, Terms

from netzwerk.search.engines.port import Alternative, Clause, Group, Hit, Order, Plan, SearchRequest, SearchResponse

MOST_VALUES = 65_000  # of a facet; the server refuses more than 65,536


class PortalSearch(FacetedSearch):
    """A query with filters; each facet is counted under the choices of the *other* facets."""

    def __init__(self, client: Elasticsearch, alias: str, request: SearchRequest) -> None:
        self.using, self.index, self.request = client, alias, request
        self.facets = {name: TermsFacet(field=f"facets.{name}", size=MOST_VALUES) for name in request.counted}
        chosen = {name: list(values) for name, values in request.chosen.items() if name in self.facets}
        super().__init__(query_of(request), chosen, _sorted_by(request))

    def search(self) -> Search:
        start, size = self.request.window
        return (
            Search(using=self.using, index=self.index)
            .response_class(FacetedResponse)
            .extra(from_=start, size=size, track_total_hits=True)
            .params(
                allow_partial_search_results=False,
                search_type="dfs_query_then_fetch",  # word frequencies of all shards together
                preference=f"plan-{crc32(repr(self.request.plan).encode())}",  # all pages of a search from the same replica
            )
        )

    def query(self, search: Search, query: Query) -> Search:
        return search.query(query)

    def response(self) -> SearchResponse:
        result = self.execute()
        found = result.to_dict()["hits"]
        hits = [
            Hit(
                key=hit["_source"]["key"],
                object=hit["_source"]["object"],
                kind=hit["_source"]["kind"],
                score=hit["_score"] or 0.0,
                shown=hit["_source"]["shown"],
            )
            for hit in found["hits"]
        ]
        counts = {
            name: {value: count for value, count, _is_chosen in result.facets[name]} for name in self.request.counted
        }
        return SearchResponse(hits, found["total"]["value"], counts)


def scan_body(request: SearchRequest) -> dict[str, Any]:
    """The body of a search for all objects, in order."""
    body = {"query": query_of(replace(request, counted=())).to_dict(), "_source": ["object"]}
    return body | ({"sort": order} if (order := _sorted_by(request)) else {})


def query_of(request: SearchRequest) -> Query:
    filters = [Terms(door=sorted(request.audience_keys))]
    filters += [
        Terms(f"facets.{name}", list(values))
        for name, values in request.chosen.items()
        if values and name not in request.counted
    ]
    query = Bool(
        must=_plan(request.plan),
        should=_boosts(request.plan),
        filter=filters,
        must_not=[Terms(object=list(request.hidden))] if request.hidden else [],
        minimum_should_match=0,
    )
    if _sorted_by(request):
        return query
    return FunctionScore(
        query=query, functions=[{"field_value_factor": {"field": "freshness"}}], boost_mode="multiply"
    )


def _sorted_by(request: SearchRequest) -> list[dict]:
    """Empty if the score sorts."""
    if request.order is Order.TITLE:
        return [{"title_key": {"order": "asc"}}]
    if request.order is Order.APPEARED:
        return [{"appeared": {"order": "desc"}}]
    if request.order is Order.NEWEST or not request.plan.groups:
        return [{"day": {"order": "desc"}}]
    return []


def _plan(plan: Plan) -> list[Query]:
    if not plan.groups:
        return [MatchAll()]
    return [Bool(should=[_group(group) for group in plan.groups], minimum_should_match=1)]


def _boosts(plan: Plan) -> list[Query]:
    boosts = [_clause(clause) for clause in plan.boosts]
    if plan.all_found and len(plan.groups) > 1:
        every = Bool(must=[_group(group) for group in plan.groups])
        boosts.append(ConstantScore(filter=every, boost=plan.all_found))
    return boosts


def _group(group: Group) -> Query:
    queries = [_alternative(one) for one in group]
    return queries[0] if len(queries) == 1 else DisMax(queries=queries)


def _alternative(alternative: Alternative) -> Query:
    return Bool(should=[_clause(clause) for clause in alternative.clauses], minimum_should_match=alternative.need)


def _clause(clause: Clause) -> Query:
    return Term(clause.stream.value, {"value": clause.token, "boost": clause.weight})
