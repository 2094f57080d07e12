"""A plan in Elasticsearch's words, and its answer in ours."""

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
    """One SearchRequest: a query with filters, and for each facet its values under the *other* facets' choices."""

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
                search_type="dfs_query_then_fetch",  # how rare a word is, all shards say together
                preference=f"plan-{crc32(repr(self.request.plan).encode())}",  # all pages of a question from the same copy
            )
        )

    def query(self, search: Search, query: Query) -> Search:
        return search.query(query)

    def answer(self) -> SearchResponse:
        response = self.execute()
        found = response.to_dict()["hits"]
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
            name: {value: count for value, count, _is_chosen in response.facets[name]} for name in self.request.counted
        }
        return SearchResponse(hits, found["total"]["value"], counts)


def whole_list(request: SearchRequest) -> dict[str, Any]:
    """The body of a search for all objects, in the order of the list."""
    body = {"query": query_of(replace(request, counted=())).to_dict(), "_source": ["object"]}
    return body | ({"sort": order} if (order := _sorted_by(request)) else {})


def query_of(request: SearchRequest) -> Query:
    limits = [Terms(door=sorted(request.audience_keys))]
    limits += [
        Terms(f"facets.{name}", list(values))
        for name, values in request.chosen.items()
        if values and name not in request.counted
    ]
    query = Bool(
        must=_plan(request.plan),
        should=_boosts(request.plan),
        filter=limits,
        must_not=[Terms(object=list(request.hidden))] if request.hidden else [],
        minimum_should_match=0,
    )
    if _sorted_by(request):
        return query
    return FunctionScore(
        query=query, functions=[{"field_value_factor": {"field": "freshness"}}], boost_mode="multiply"
    )


def _sorted_by(request: SearchRequest) -> list[dict]:
    """Nothing where the score sorts."""
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
    ways = [_way(way) for way in group]
    return ways[0] if len(ways) == 1 else DisMax(queries=ways)


def _way(way: Alternative) -> Query:
    return Bool(should=[_clause(clause) for clause in way.clauses], minimum_should_match=way.need)


def _clause(clause: Clause) -> Query:
    return Term(clause.stream.value, {"value": clause.token, "boost": clause.weight})
